"""Looks over the shoulder of a Python process, from the inside; the tests put this folder on its PYTHONPATH.

On SIGUSR1 it writes to the file PROBE_FILE as JSON: which outside addresses the process asked for, how often
it made a full garbage collection, and the value of every Streamlit option. It sees what Python itself
connects to, so not what a C library opens by itself (libpq does, and is not in use where this is).
"""

import gc
import ipaddress
import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path

REPORT = Path(os.environ["PROBE_FILE"])
outside: list[str] = []
collections: Counter[str] = Counter()


def _is_outside(host: object) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return False
    try:
        return not ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return True


def _audit(event: str, args: tuple[object, ...]) -> None:
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(args[1], tuple):
        host = args[1][0]
    else:
        return
    # A server looks up the address it listens on.
    if _is_outside(host) and host != "0.0.0.0":  # noqa: S104 - a comparison, nothing is bound
        outside.append(f"{event} {host!r}")


def _count(phase: str, info: dict[str, int]) -> None:
    if phase == "stop" and info["generation"] == 2:
        collections["full"] += 1


def _options() -> dict[str, object]:
    config = sys.modules.get("streamlit.config")
    if config is None:
        return {}
    return {key: option.value for key, option in config.get_config_options().items() if not option.sensitive}


def _report(_signal: int, _frame: object) -> None:
    found = {"outside": outside, "full_collections": collections["full"], "options": _options()}
    draft = REPORT.with_suffix(".draft")
    draft.write_text(json.dumps(found, default=str))
    draft.replace(REPORT)


sys.addaudithook(_audit)
gc.callbacks.append(_count)
signal.signal(signal.SIGUSR1, _report)
