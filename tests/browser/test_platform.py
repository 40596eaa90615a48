"""The running server: its page, its headers, its tuning, and that nobody calls out."""

import base64
import gzip
import hashlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.helpers import visit
from tests.browser.server import PROBE, ROOT, Server, free_port, serving

VISITS = 8


def get(url: str, **headers: str) -> httpx.Response:
    return httpx.get(url, headers=headers, timeout=30)


def settings() -> dict[str, Any]:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    theme = config.pop("theme")
    options = {f"{section}.{key}": value for section, keys in config.items() for key, value in keys.items()}
    return options | {f"theme.{key}": value for key, value in theme.items()}


def full_collections(server: Server, page: Page) -> int:
    visit(page, server.url)
    before: int = server.probe()["full_collections"]
    for _ in range(VISITS):
        visit(page, server.url)
    after: int = server.probe()["full_collections"]
    return after - before


def test_the_page_is_dutch_before_anything_runs(server: str) -> None:
    page = get(server).text
    assert '<html lang="nl"' in page
    assert "<title>Typetest vrijwillige inzet</title>" in page
    assert re.search(r"<noscript><p>Deze website werkt alleen met JavaScript", page)
    assert "You need to enable" not in page
    assert "service-desc" not in page


def test_every_address_without_a_file_is_that_page(server: str) -> None:
    assert (
        get(f"{server}/dossier?dossier=x").text == get(server).text == get(f"{server}/static/js/geen.js").text
    )


def test_the_policy_allows_the_inline_scripts_of_the_page_and_no_others(server: str) -> None:
    answer = get(server)
    policy = answer.headers["content-security-policy"]
    scripts = re.findall(r"(?s)<script>(.*?)</script>", answer.text)
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    assert scripts
    assert re.findall(r"'sha256-([^']+)'", policy) == hashes
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]


@pytest.mark.parametrize(
    "path", ["/", "/gezond", "/open/x", "/media/x", "/_stcore/health", "/app/static/favicon.svg"]
)
def test_security_headers_are_on_every_answer(server: str, path: str) -> None:
    headers = get(server + path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] in ("same-origin", "no-referrer")
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_what_streamlit_leaves_open_is_closed(server: str) -> None:
    for path in ("metrics", "metrics/", "agent/openapi.json", "agent/mcp", "agent/interact"):
        assert get(f"{server}/_stcore/{path}", accept="*/*").status_code in (307, 404)
        answer = httpx.post(f"{server}/_stcore/{path}", json={}, follow_redirects=True)
        assert (answer.status_code, answer.text) == (404, "")


def test_static_files_come_compressed_and_unharmed(server: str) -> None:
    files = re.findall(r'"\./(static/[^"]+\.(?:js|css))"', get(server).text)
    assert len(files) > 10
    plain_size = sent_size = 0
    with httpx.Client(base_url=server, timeout=30) as client:
        for file in files:
            plain = client.get(file, headers={"accept-encoding": "identity"})
            with client.stream("GET", file, headers={"accept-encoding": "gzip"}) as packed:
                raw = b"".join(packed.iter_raw())
            assert packed.headers["content-encoding"] == "gzip"
            assert packed.headers["vary"] == "Accept-Encoding"
            assert "immutable" in packed.headers["cache-control"]
            assert gzip.decompress(raw) == plain.content
            plain_size += len(plain.content)
            sent_size += len(raw)
    assert sent_size < 0.4 * plain_size


def test_health_reads_the_database(server: str) -> None:
    assert get(f"{server}/gezond").json() == {"status": "gezond"}


def test_a_secret_link_is_not_in_the_log(running: Server) -> None:
    answer = get(f"{running.url}/open/geheim-dat-niemand-mag-lezen")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?melding=link_onbekend")
    assert "geheim" not in running.log


def test_the_tuning_is_in_force(tmp_path: Path) -> None:
    # A server of its own: once a page was opened Streamlit writes the fonts down otherwise.
    with serving(tmp_path) as fresh:
        options = fresh.probe()["options"]
    wanted = settings()
    assert {key: options[key] for key in wanted} == wanted


def test_no_full_collection_follows_a_run(running: Server, page: Page) -> None:
    assert full_collections(running, page) < VISITS / 2


def test_the_count_of_collections_notices_when_the_tuning_is_gone(tmp_path: Path, browser: Browser) -> None:
    with serving(tmp_path, STREAMLIT_RUNNER_POST_SCRIPT_GC="true") as untuned:
        assert full_collections(untuned, browser.new_page()) >= VISITS


def test_visiting_makes_nobody_call_out(running: Server, page: Page) -> None:
    visit(page, running.url)  # the page fixture watches what the browser asks for
    assert running.probe()["outside"] == []


def test_a_page_of_another_site_gets_no_answer_and_makes_nobody_call_out(running: Server) -> None:
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    foreign = {"Origin": "http://elders.example"}
    for path, headers in (("/_stcore/stream", upgrade), ("/_stcore/host-config", {})):
        assert httpx.get(running.url + path, headers=headers | foreign).status_code == 403
    assert running.probe()["outside"] == []


def test_the_probe_notices_who_calls_out(tmp_path: Path) -> None:
    # TEST-NET-1, an address that is nobody's; and what does not block is not waited for.
    code = (
        "import os, signal, socket; s = socket.socket(); s.setblocking(False)\n"
        "try: s.connect(('192.0.2.1', 9))\n"
        "except OSError: pass\n"
        "os.kill(os.getpid(), signal.SIGUSR1)"
    )
    report = tmp_path / "probe.json"
    env = {"PYTHONPATH": str(PROBE), "PROBE_FILE": str(report)}
    subprocess.run([sys.executable, "-c", code], env=env, check=True)  # noqa: S603 - our own command
    assert json.loads(report.read_text())["outside"] == ["socket.connect '192.0.2.1'"]


def test_the_first_load_is_small_and_has_our_own_font_only(server: str, page: Page) -> None:
    loaded: dict[str, int] = {}
    names: dict[str, str] = {}
    network = page.context.new_cdp_session(page)
    network.on("Network.responseReceived", lambda e: names.update({e["requestId"]: e["response"]["url"]}))
    network.on("Network.loadingFinished", lambda e: loaded.update({e["requestId"]: e["encodedDataLength"]}))
    network.send("Network.enable")
    visit(page, server)
    assert sum(loaded.values()) < 800_000, {names.get(key): size for key, size in loaded.items()}
    fonts = {Path(name).name for name in names.values() if name.endswith(".woff2")}
    assert "NotoSans-Regular.woff2" in fonts
    assert not [font for font in fonts if font.startswith("Source")]
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Noto Sans"')


def test_a_screen_that_fails_says_so_in_dutch_and_no_more(tmp_path: Path, browser: Browser) -> None:
    house = tmp_path / "house"
    (house / "ui").mkdir(parents=True)
    for part in (*ROOT.glob("[!.]*"), ROOT / ".streamlit", *(ROOT / "ui").glob("*")):
        if part.name not in ("ui", "main.py"):
            (house / part.relative_to(ROOT)).symlink_to(part)
    (house / "ui" / "main.py").write_text("raise ValueError('geheim')")
    with serving(tmp_path / "data", house=house) as broken:
        page = browser.new_page()
        visit(page, broken.url)
        assert page.get_by_role("alert").inner_text().startswith("Er ging iets mis op de server.")
        assert "geheim" not in page.content()
        assert "ValueError" in broken.log


def test_script_server_serves_on_port_with_its_data_in_data_dir(tmp_path: Path) -> None:
    port = free_port()
    with serving(
        tmp_path, [str(ROOT / "script" / "server")], port, SECURITY_CONTACT="wacht@voorbeeld.nl"
    ) as own:
        assert f"http://127.0.0.1:{port}" in own.log
        assert "Contact: mailto:wacht@voorbeeld.nl" in get(f"{own.url}/.well-known/security.txt").text
