"""The long runs use the databases of the storage tests."""

from tests.storage.conftest import place, postgres

__all__ = ["place", "postgres"]
