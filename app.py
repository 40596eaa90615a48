"""The ASGI app that `streamlit run app.py` serves: Streamlit over ui/main.py, with what stands around it."""

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from content import check
from content.loader import ContentError, chosen, texts
from ui.web.answers import answer_routes
from ui.web.compression import CompressedStatics
from ui.web.downloads import download_routes
from ui.web.fonts import LeanFonts
from ui.web.headers import SecurityHeaders
from ui.web.house_style import style_routes
from ui.web.language import DutchPage, PageWords
from ui.web.origin import OwnPagesOnly
from ui.web.paper_forms import paper_routes
from ui.web.problems import ProblemWords, problem_handlers
from ui.web.routes import routes
from ui.web.seats import seat_routes
from ui.wiring import facilitating, participating, press, use_cases

HERE = Path(__file__).parent


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Opens the database before the first visitor comes; a server that cannot do so does not start."""
    await asyncio.to_thread(use_cases)
    yield


# A full collection in a room of 400 people takes 0.7 s, in which nobody is answered: rarely, then. Until one
# comes, what Streamlit ran for a screen stays (8 kB: its parts point at each other), some 150 MB at most.
gc.set_threshold(700, 10, 200)
# Who waits for a turn, as after each look at the database, gets it after so many seconds, not 0.005.
sys.setswitchinterval(0.001)

try:
    check.require(chosen())
except ContentError as problem:
    sys.exit(str(problem))  # nobody could use a server that fails at the first screen

words = texts("web")
sheet = (HERE / "ui" / "style" / "style.css").read_text(encoding="utf-8")


def tell_problem(_error: Exception) -> bool:
    """Tells in Dutch that a screen has failed; the server logs why. True keeps Streamlit's own words away."""
    st.error(words("problem"))
    return True


app = st.App(
    HERE / "ui" / "main.py",
    routes=[
        *routes(use_cases, os.environ.get("SECURITY_CONTACT", ""), HERE / "static"),
        *download_routes(use_cases, press, texts("document")("busy")),
        *style_routes(use_cases, words("form_refused")),
        *seat_routes(participating),
        *answer_routes(participating),
        *paper_routes(use_cases, facilitating, words("form_refused")),
    ],
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(OwnPagesOnly),
        Middleware(CompressedStatics),
        Middleware(LeanFonts),
        Middleware(DutchPage, words=PageWords(words("title"), words("noscript")), sheet=sheet),
    ],
    exception_handlers=problem_handlers(ProblemWords(words("not_found"), words("problem"))),
    on_script_error=tell_problem,
    lifespan=lifespan,
)
