"""The same documents for all tests of a worker: making one takes a second."""

import pytest
from bs4 import BeautifulSoup
from docx.document import Document as WordDocument

from documents.render import render
from tests.unit.documents import dossiers, reading


def made(dossier_name: str, format_name: str) -> bytes:
    dossier = dossiers.full() if dossier_name == "full" else dossiers.dossier()
    return render(dossier, "plan_van_aanpak", format_name, dossiers.TODAY)


@pytest.fixture(scope="session")
def full_docx() -> bytes:
    return made("full", "docx")


@pytest.fixture(scope="session")
def full_word(full_docx: bytes) -> WordDocument:
    return reading.word(full_docx)


@pytest.fixture(scope="session")
def full_odt() -> bytes:
    return made("full", "odt")


@pytest.fixture(scope="session")
def full_text(full_odt: bytes) -> reading.Odt:
    return reading.Odt(full_odt)


@pytest.fixture(scope="session")
def empty_text() -> reading.Odt:
    return reading.Odt(made("empty", "odt"))


@pytest.fixture(scope="session")
def full_html() -> BeautifulSoup:
    return reading.html(made("full", "html"))


@pytest.fixture(scope="session")
def empty_word() -> WordDocument:
    return reading.word(made("empty", "docx"))


@pytest.fixture(scope="session")
def empty_html() -> BeautifulSoup:
    return reading.html(made("empty", "html"))
