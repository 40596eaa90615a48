"""One screen a file, and where each is found.

A screen is named by its file and by its path in the address. Registered by path, so that any screen
can switch to any other and a test can start at each.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Screen:
    """A screen: its file under ui/, and its path in the address ("" is the start screen)."""

    file: str
    url_path: str


START = Screen("screens/start.py", "")
NEW = Screen("screens/new.py", "nieuw")
OVERVIEW = Screen("screens/overview.py", "dossier")
QUESTION = Screen("screens/question.py", "vraag")
ALL_QUESTIONS = Screen("screens/all_questions.py", "vragen")
CHECK = Screen("screens/check.py", "controle")
RESULT = Screen("screens/result.py", "uitslag")
EXPLORE = Screen("screens/explore.py", "scorekaart")
STEP = Screen("screens/step.py", "stap")
DOCUMENT = Screen("screens/document.py", "document")
HOUSE_STYLE = Screen("screens/house_style.py", "huisstijl")
SHARING = Screen("screens/sharing.py", "delen")
WORKSHOPS = Screen("screens/workshops.py", "werksessies")
WORKSHOP = Screen("screens/workshop.py", "werksessie")
BACKGROUND = Screen("screens/background.py", "achtergrond")
SCRIPT = Screen("screens/script.py", "draaiboek")
GLOSSARY = Screen("screens/glossary.py", "begrippen")
ABOUT = Screen("screens/about.py", "over")
JOIN = Screen("screens/join.py", "meedoen")
TAKE_PART = Screen("screens/take_part.py", "deelnemen")
PROJECTOR = Screen("screens/projector.py", "projector")

ALL = (
    START,
    NEW,
    OVERVIEW,
    QUESTION,
    ALL_QUESTIONS,
    CHECK,
    RESULT,
    EXPLORE,
    STEP,
    DOCUMENT,
    HOUSE_STYLE,
    SHARING,
    WORKSHOPS,
    WORKSHOP,
    BACKGROUND,
    SCRIPT,
    GLOSSARY,
    ABOUT,
    JOIN,
    TAKE_PART,
    PROJECTOR,
)
