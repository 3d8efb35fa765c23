"""A table of people that is taken for one of postings: its columns tell."""

from typing import Final

from jobmatch.columns.naming import field_of
from jobmatch.files.table import Table

_ENOUGH: Final = 2  # columns that only clients have: one alone (联系人地址) stands beside vacancies too
# what is asked for of people and told of them: beside a name it is of somebody
_PERSONAL: Final = frozenset(("age", "gender", "birth_date", "id_number", "ethnicity", "marital_status", "phone"))


def of_people(table: Table) -> bool:
    """Whether a table tells of people who look for work, and not of vacancies.

    >>> of_people(Table("a.json", None, ("client_id", "goal/occupations", "conditions/residence"), [], []))
    True
    >>> of_people(Table("a.csv", None, ("name", "age", "education"), [], []))
    True
    >>> of_people(Table("a.csv", None, ("name", "age", "company"), [], []))
    False
    """
    asked = {heading: _field(heading, "posting") for heading in table.headings}
    told = {heading: _field(heading, "client") for heading in table.headings}
    only_told = [heading for heading, field in told.items() if field and not asked[heading]]
    only_asked = [name for name, field in asked.items() if field and field != "title" and not told[name]]
    if len(only_told) >= _ENOUGH and len(only_told) > len(only_asked):
        return True
    named = any(field == "title" and told[heading] == "name" for heading, field in asked.items())
    return named and not only_asked and not _PERSONAL.isdisjoint(filter(None, told.values()))


def _field(heading: str, kind: str) -> str | None:
    found = field_of(heading, kind)
    return found[0] if found else None
