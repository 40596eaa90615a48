"""A house style: proposed, seen, used, rejected and removed."""

from collections.abc import Callable

import pytest

from dossier.house_style import LIMITS, NEUTRAL, HouseStyle, Part, kept
from dossier.json_format import to_json
from dossier.model import Details
from dossier.roles import Role
from dossier.use_cases import Created, Invalid, NotAllowed, UseCases
from storage import SqlStorage


def digests(uc: UseCases, token: str) -> list[str]:
    return [found.digest for found in uc.style_parts(token) if found.proposed]


def use(uc: UseCases, token: str, part: Part, content: bytes) -> None:
    uc.save_style(token, part, "naam", content)
    uc.use_style(token, digests(uc, token))


def test_a_new_dossier_is_neutral(uc: UseCases, made: Created) -> None:
    assert uc.house_style(made.read_token) == NEUTRAL
    assert uc.style_parts(made.read_token) == ()


def test_a_proposal_is_not_used_before_somebody_says_so(uc: UseCases, edit: str) -> None:
    uc.save_style(edit, Part.ACCENT, "", b"#7a2e8e")
    uc.save_style(edit, Part.LOGO, "logo.png", b"picture")
    assert uc.house_style(edit) == NEUTRAL
    assert uc.house_style(edit, proposed=True) == HouseStyle(accent="#7a2e8e", logo=b"picture")
    uc.use_style(edit, digests(uc, edit))
    assert uc.house_style(edit) == HouseStyle(accent="#7a2e8e", logo=b"picture")
    assert digests(uc, edit) == []


def test_with_a_proposal_the_rest_of_the_style_stays(uc: UseCases, edit: str) -> None:
    use(uc, edit, Part.LOGO, b"picture")
    uc.save_style(edit, Part.REFERENCE_ODT, "stijl.odt", b"odt")
    expected = HouseStyle(logo=b"picture", reference_odt=b"odt")
    assert uc.house_style(edit, proposed=True) == expected


def test_what_nobody_saw_is_not_used(uc: UseCases, edit: str) -> None:
    uc.save_style(edit, Part.LOGO, "", b"seen")
    seen = digests(uc, edit)
    uc.save_style(edit, Part.LOGO, "", b"of another person")
    uc.use_style(edit, seen)
    assert uc.house_style(edit) == NEUTRAL
    assert uc.house_style(edit, proposed=True).logo == b"of another person"


def test_rejecting_leaves_what_is_in_use(uc: UseCases, edit: str) -> None:
    use(uc, edit, Part.LOGO, b"first")
    uc.save_style(edit, Part.LOGO, "", b"second")
    for _ in range(2):
        uc.reject_style(edit)
        assert uc.house_style(edit, proposed=True) == uc.house_style(edit) == HouseStyle(logo=b"first")


def test_removing_goes_back_to_neutral_and_leaves_a_proposal(uc: UseCases, edit: str) -> None:
    use(uc, edit, Part.LOGO, b"first")
    uc.save_style(edit, Part.LOGO, "", b"second")
    for _ in range(2):
        uc.remove_style(edit, Part.LOGO)
        assert uc.house_style(edit) == NEUTRAL
    assert uc.house_style(edit, proposed=True).logo == b"second"


@pytest.mark.parametrize("part", Part)
def test_what_is_too_large_or_empty_is_refused(uc: UseCases, edit: str, part: Part) -> None:
    for content in (b"", b"#" * (LIMITS[part] + 1)):
        with pytest.raises(Invalid) as refused:
            uc.save_style(edit, part, "", content)
        assert refused.value.fields == {part.value: "size"}
    assert uc.style_parts(edit) == ()


@pytest.mark.parametrize("accent", [b"#FFFFFF", b"0f4c5c", b"#0f4c5", b"red", b"\xff\xff"])
def test_an_accent_that_is_no_colour_is_refused(uc: UseCases, edit: str, accent: bytes) -> None:
    with pytest.raises(Invalid):
        uc.save_style(edit, Part.ACCENT, "", accent)


def test_a_long_name_is_cut_and_a_strange_one_made_fit(uc: UseCases, edit: str) -> None:
    uc.save_style(edit, Part.LOGO, "a\x00" * 400, b"x")
    (found,) = uc.style_parts(edit)
    assert found.name == ("a\ufffd" * 150)


@pytest.mark.parametrize(
    "command",
    [
        lambda uc, token: uc.save_style(token, Part.LOGO, "", b"x"),
        lambda uc, token: uc.use_style(token, ["x"]),
        lambda uc, token: uc.reject_style(token),
        lambda uc, token: uc.remove_style(token, Part.LOGO),
    ],
)
def test_only_who_edits_may_change_it(
    uc: UseCases, made: Created, command: Callable[[UseCases, str], None]
) -> None:
    for token in (made.read_token, uc.share(made.edit_token, Role.DEELNEMER), "unknown"):
        with pytest.raises(NotAllowed):
            command(uc, token)


def test_who_reads_may_see_it_and_others_not(uc: UseCases, made: Created) -> None:
    use(uc, made.edit_token, Part.ACCENT, b"#0f4c5c")
    assert uc.house_style(made.read_token).accent == "#0f4c5c"
    other = uc.create(Details(), "nl")
    assert uc.house_style(other.edit_token) == NEUTRAL
    for question in (uc.house_style, uc.style_parts):
        with pytest.raises(NotAllowed):
            question("unknown")


def test_the_log_says_that_a_part_changed_and_not_what_is_in_it(
    uc: UseCases, storage: SqlStorage, made: Created
) -> None:
    edit = made.edit_token
    use(uc, edit, Part.LOGO, b"first")
    use(uc, edit, Part.LOGO, b"the second")
    uc.remove_style(edit, Part.LOGO)
    with storage.read() as work:
        lines = [work.logged(made.dossier_id, "style:logo", version) for version in (1, 2, 3, 4)]
    assert [line and line.values for line in lines] == [{"size": 5}, {"size": 10}, None, None]
    assert lines[2] is not None
    assert lines[3] is None


def test_it_is_no_part_of_the_file_of_a_dossier(uc: UseCases, edit: str) -> None:
    before = to_json(uc.open(edit))
    use(uc, edit, Part.ACCENT, b"#7a2e8e")
    assert to_json(uc.open(edit)) == before


def test_a_part_is_told_by_what_is_in_it() -> None:
    one, other = kept(Part.LOGO, "a", b"1"), kept(Part.LOGO, "a", b"2")
    assert one.digest != other.digest
    assert one.digest == kept(Part.LOGO, "b", b"1").digest
