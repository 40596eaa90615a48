"""What `dossier.storage.Work` promises of a house style, and that both databases keep it."""

from functools import partial

import pytest

from dossier.house_style import MEGABYTE, HouseStyle, KeptPart, Part, kept
from dossier.model import Details
from dossier.use_cases import NotAllowed, UseCases
from storage import SqlStorage
from tests.storage.helpers import NASTY, START, together

EVERY_BYTE = bytes(range(256)) * 8


def _save(
    storage: SqlStorage, part: Part, content: bytes, *, dossier: str = "d", use: bool = False
) -> KeptPart:
    proposal = kept(part, "naam.png", content)
    with storage.write() as work:
        work.save_style_part(dossier, proposal, content)
        if use:
            work.use_style_part(dossier, part)
    return proposal


@pytest.fixture
def filled(storage: SqlStorage) -> SqlStorage:
    """A storage with the empty dossiers d and e."""
    with storage.write() as work:
        work.add_dossier("d", "nl", START)
        work.add_dossier("e", "nl", START)
    return storage


def test_bytes_come_back_as_they_were_and_only_in_their_own_dossier(filled: SqlStorage) -> None:
    proposal = _save(filled, Part.LOGO, EVERY_BYTE)
    with filled.read() as work:
        assert work.style_contents("d", proposed=True) == {Part.LOGO: EVERY_BYTE}
        assert work.style_parts("d") == (proposal,)
        assert work.style_contents("d", proposed=False) == {}
        assert work.style_parts("e") == ()


def test_a_proposal_stands_beside_what_is_in_use_until_it_takes_its_place(filled: SqlStorage) -> None:
    _save(filled, Part.LOGO, b"first", use=True)
    _save(filled, Part.LOGO, b"other dossier", dossier="e", use=True)
    second = _save(filled, Part.LOGO, b"second")
    with filled.write() as work:
        assert work.style_contents("d", proposed=False) == {Part.LOGO: b"first"}
        assert [found.proposed for found in work.style_parts("d")] == [False, True]
        work.use_style_part("d", Part.LOGO)
        assert work.style_parts("d") == (second.model_copy(update={"proposed": False}),)
        assert work.style_contents("d", proposed=False) == {Part.LOGO: b"second"}
        assert work.style_contents("e", proposed=False) == {Part.LOGO: b"other dossier"}


def test_a_new_proposal_takes_the_place_of_the_one_before(filled: SqlStorage) -> None:
    _save(filled, Part.LOGO, b"first")
    second = _save(filled, Part.LOGO, b"second")
    with filled.read() as work:
        assert work.style_parts("d") == (second,)


def test_removing_one_leaves_the_other(filled: SqlStorage) -> None:
    _save(filled, Part.LOGO, b"in use", use=True)
    _save(filled, Part.LOGO, b"proposal")
    _save(filled, Part.ACCENT, b"#0f4c5c")
    with filled.write() as work:
        work.delete_style_part("d", Part.LOGO, proposed=True)
        assert work.style_contents("d", proposed=False) == {Part.LOGO: b"in use"}
        work.delete_style_part("d", Part.LOGO, proposed=False)
        assert [found.part for found in work.style_parts("d")] == [Part.ACCENT]


def test_the_largest_file_and_the_nastiest_name_can_be_kept(use_cases: UseCases) -> None:
    made = use_cases.create(Details(), "nl")
    content, name = b"\x00\xff" * (5 * MEGABYTE // 2), f"{NASTY}\x00.docx".replace("\n", "")
    use_cases.save_style(made.edit_token, Part.REFERENCE_DOCX, name, content)
    (found,) = use_cases.style_parts(made.read_token)
    assert (found.size, found.name) == (5 * MEGABYTE, f"{name[:-6]}\ufffd.docx")
    assert use_cases.house_style(made.read_token, proposed=True) == HouseStyle(reference_docx=content)


def test_people_who_propose_and_use_at_once_end_with_one_whole_style(use_cases: UseCases) -> None:
    made = use_cases.create(Details(), "nl")
    contents = [bytes([65 + n]) * 1000 for n in range(4)]

    def propose_and_use(content: bytes) -> None:
        use_cases.save_style(made.edit_token, Part.LOGO, "", content)
        use_cases.use_style(made.edit_token, [kept(Part.LOGO, "", content).digest])

    together([partial(propose_and_use, content) for content in contents])
    assert use_cases.house_style(made.edit_token).logo in contents
    log = [f for f in use_cases.style_parts(made.edit_token) if not f.proposed]
    assert len(log) == 1


def test_with_the_dossier_goes_its_style(use_cases: UseCases) -> None:
    made = use_cases.create(Details(), "nl")
    use_cases.save_style(made.edit_token, Part.LOGO, "", b"x")
    use_cases.delete(made.edit_token)
    with pytest.raises(NotAllowed):
        use_cases.house_style(made.edit_token)
