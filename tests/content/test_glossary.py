"""begrippen.yaml explains the words of the sources and of this tool, each word once."""

from collections import Counter

import pytest

from content import loader, readability
from content.loader import examples
from content.terms import terms_in
from tests.content.examples import EXAMPLES

TERMS = {term.key: term for term in loader.glossary().terms}

# The glossary of source B, without the parties of one municipality.
SOURCE_B = {
    "vrijwilligerswerk",
    "vrijwillige_inzet",
    "wmo_2015",
    "sociaal_domein",
    "wijkteam",
    "participatiesamenleving",
    "decentralisatie",
    "informele_ondersteuning",
    "informele_zorg",
    "cjg",
}
THIS_TOOL = {
    "dirigent",
    "op_afstand",
    "smal",
    "breed",
    "insteek",
    "sturing",
    "mengvorm",
    "marge",
    "prestatieafspraak",
    "convenant",
    "indicator",
    "nulmeting",
    "smart",
    "mantelzorg",
    "steunpunt",
    "adviesraad_sociaal_domein",
    "inspraak",
    "borging",
    "mandaat",
    "dekking",
    "structureel_en_incidenteel",
    "via_gemeente",
    "burgerinitiatief",
    "deelopdracht",
    "civil_society",
}
WORKSHOP = {
    "werksessie",
    "draaiboek",
    "begeleider",
    "deelnemer",
    "ronde",
    "verdeeldheid",
    "zwaartepunt",
    "spreiding",
    "richting_van_de_groep",
}


def test_every_word_of_the_source_and_of_the_tool_is_there() -> None:
    assert len(SOURCE_B) >= 10
    assert set(TERMS) >= SOURCE_B | THIS_TOOL | WORKSHOP


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_plan_is_not_explained_in_words_of_a_workshop(name: str) -> None:
    # "deelnemer" or "spreiding" means something else there, and the annex of words is of the whole plan.
    # An example with a session does speak of a "werksessie".
    found = {term.key for term in terms_in([examples()[name]])}
    assert found & WORKSHOP <= {"werksessie"}


def test_a_form_of_a_word_leads_to_one_term() -> None:
    forms = Counter(form.casefold() for term in TERMS.values() for form in {term.term, *term.also})
    assert [form for form, count in forms.items() if count > 1] == []


def test_a_meaning_is_short() -> None:
    long = [key for key, term in TERMS.items() if len(readability.sentences(term.meaning)) > 3]
    assert long == []


def test_the_a_of_smart_names_both_words() -> None:
    assert "acceptabel" in TERMS["smart"].meaning
    assert "actueel" in TERMS["smart"].meaning
