"""The house: each room has a floor, every import points down, the front door is for guests."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "jobmatch"

FLOORS = [
    {"shipped", "patterns", "spoken", "lazily"},
    {"traditional"},
    {"messages"},
    {"errors", "columns"},
    {"records", "settings", "artefacts", "demo", "arguments"},
    {"text", "files"},
    {"dataset", "screening"},
    {"market", "evaluation"},
    {"fit"},
    {"ranking"},
    {"level", "explanation"},
    {"look"},
    {"guidance"},
    {"plan", "allocation", "answer", "intake"},
    {"learning", "advice"},
    {"matcher"},
    {"casebook"},
    {"reports", "doctor", "batch"},
    {"workflows", "spark"},
    {"casework", "service"},
    {"cli"},
    {"__init__", "__main__"},
]
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
SCORING = {"fit", "ranking", "level", "look"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    """The room that a module belongs to."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """Rooms that a module imports, those for type checking only left out."""
    rooms: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    only_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in only_types:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("jobmatch"):
            parts = node.module.split(".")[1:]
            # from jobmatch import messages enters a room; from jobmatch import Matcher comes by the front door
            names = {alias.name if alias.name in FLOOR_OF else "__init__" for alias in node.names}
            rooms |= {parts[0]} if parts else names
        elif isinstance(node, ast.Import):
            own = [alias.name.split(".") for alias in node.names if alias.name.split(".")[0] == "jobmatch"]
            rooms |= {parts[1] if len(parts) > 1 else "__init__" for parts in own}
    return rooms


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_import_points_down(path: Path) -> None:
    """A room imports only from lower floors, or from itself."""
    room = room_of(path)
    assert room in FLOOR_OF, f"room {room} has no floor"
    for other in imported_rooms(path) - {room}:
        assert FLOOR_OF[other] < FLOOR_OF[room], f"{room} imports {other}, which is not below it"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_nobody_enters_by_the_front_door(path: Path) -> None:
    """Inside the house nobody imports from the front door."""
    if room_of(path) not in ("__init__", "__main__"):
        assert "__init__" not in imported_rooms(path)


@pytest.mark.parametrize("path", [p for p in MODULES if room_of(p) == "text"], ids=lambda p: p.name)
def test_text_is_pure(path: Path) -> None:
    """Text to value needs neither pandas nor scikit-learn nor scipy."""
    names = {
        alias.name.split(".")[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in (node.names if isinstance(node, ast.Import) else [ast.alias(node.module or "")])
    }
    assert not names & {"pandas", "sklearn", "scipy"}


@pytest.mark.parametrize("path", [p for p in MODULES if room_of(p) in SCORING], ids=lambda p: p.name)
def test_nothing_that_scores_reads_what_is_protected(path: Path) -> None:
    """Gender, ethnicity and what else stands in ``audit`` of a client is named by no file that scores."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    words = {node.value for node in nodes if isinstance(node, ast.Constant)}
    assert "audit" not in names | words


def test_no_two_test_files_share_a_name() -> None:
    """Test files are imported by pytest by their bare names, so each name stands once."""
    names = [path.name for path in Path(__file__).parent.rglob("test_*.py")]
    assert len(names) == len(set(names))
