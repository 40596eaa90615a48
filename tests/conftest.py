"""What all tests share."""

import os

from hypothesis import HealthCheck, settings

# Machines differ in speed: a slow example is no failure.
# Continuous integration tries the same examples every time.
settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("house")
