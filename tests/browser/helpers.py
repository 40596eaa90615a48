"""What every browser test does with a page."""

import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PATIENCE = 30  # seconds; a busy machine answers slowly
QUIET = 0.3  # seconds without work before a page counts as settled

# A tap sets "rerunRequested" before anything else happens: an idle page has nothing under way.
IDLE = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app !== null
        && app.dataset.testScriptState === 'notRunning'
        && app.dataset.testConnectionState === 'CONNECTED'
        && document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]') === null;
}"""


def settle(page: Page) -> None:
    """Waits until Streamlit has run and shown everything. Raises TimeoutError after half a minute."""
    start = time.monotonic()
    quiet_since = None
    while True:
        now = time.monotonic()
        if not page.evaluate(IDLE):
            quiet_since = None
        elif quiet_since is None:
            quiet_since = now
        elif now - quiet_since >= QUIET:
            return
        if now - start > PATIENCE:
            raise TimeoutError(f"The page does not settle: {page.url}")
        page.wait_for_timeout(50)


def visit(page: Page, address: str) -> None:
    """Opens an address and waits until all of it is shown."""
    page.goto(address)
    settle(page)


def axe(page: Page) -> list[str]:
    """What axe finds wrong (WCAG A and AA, and best practice), one line each; empty is good."""
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']} {node['html'][:200]}"
        for rule in found
        for node in rule["nodes"]
    ]
