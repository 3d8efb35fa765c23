"""Lists and tables of words that ship with the code; lines that begin with ``#`` say where they come from."""

import csv

from jobmatch.shipped import text_of


def lines(package: str, name: str) -> list[str]:
    """The lines of a list.

    >>> lines("jobmatch.text", "lexicons/words.txt")[0].split()[1].isdecimal()
    True
    """
    return _told(text_of(f"{package.removeprefix('jobmatch.').replace('.', '/')}/{name}"))


def cells(package: str, name: str) -> list[list[str]]:
    """The rows of a table without its headings, for tables that are read whole and often.

    >>> len(cells("jobmatch.text", "lexicons/skills.csv")[0])
    3
    """
    told = lines(package, name)[1:]
    # a table without a quoted cell needs no parser, which takes several times as long
    return list(csv.reader(told)) if any('"' in line for line in told) else [line.split(",") for line in told]


def rows(package: str, name: str) -> list[dict[str, str]]:
    """The rows of a table, by heading.

    >>> sorted(rows("jobmatch.text", "lexicons/titles_en.csv")[0])
    ['chinese', 'code', 'title']
    """
    return list(csv.DictReader(lines(package, name)))


def rows_in(text: str) -> list[dict[str, str]]:
    r"""The rows of a table that is at hand as text.

    >>> rows_in("# source: made up\nname,weeks\n叉车证,4")
    [{'name': '叉车证', 'weeks': '4'}]
    """
    return list(csv.DictReader(_told(text)))


def _told(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]
