"""The notebooks: each runs from top to bottom in a fresh kernel and an empty folder.

The outputs in the files are what a run printed; write them anew with
``python tests/functional/test_notebooks.py --write``.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import pytest

NOTEBOOKS: Final = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))
_METADATA: Final = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def executed(path: Path, folder: str | Path) -> Any:
    """The notebook after a run in ``folder``; a cell that fails raises."""
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    pytest.importorskip("matplotlib")
    book = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(book, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    return book


def test_they_are_numbered_from_one() -> None:
    """The files read in the order of their numbers."""
    assert [int(path.name[:2]) for path in NOTEBOOKS] == list(range(1, len(NOTEBOOKS) + 1))
    assert len(NOTEBOOKS) >= 6


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs(path: Path, tmp_path: Path) -> None:
    """Every cell runs, and the last one shows something."""
    book = executed(path, tmp_path)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    assert code[-1].outputs


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_saved_outputs_hold_no_error_and_no_path(path: Path) -> None:
    """What is saved in the file is the output of a clean run, and names no folder of the machine it ran on."""
    text = path.read_text("utf-8")
    assert '"output_type": "error"' not in text
    assert '"output_type": ' in text
    assert str(Path.home()) not in text or Path.home() == Path("/")
    assert tempfile.gettempdir() + os.sep not in text


def write(path: Path) -> None:
    """Run a notebook and save it with its outputs, without what changes from run to run."""
    import nbformat

    with tempfile.TemporaryDirectory() as folder:
        book = executed(path, folder)
    book.metadata = nbformat.from_dict(_METADATA)
    for cell in book.cells:
        cell.metadata = {}
    nbformat.write(book, path)


if __name__ == "__main__" and "--write" in sys.argv:
    for notebook in NOTEBOOKS:
        write(notebook)
