"""What a text says of skills, certificates and driving licences: frozen values, each with its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SkillMention:
    """A skill named in a text, and how it is asked for.

    ``words`` is the text between ``start`` and ``end``, as written. ``required`` is false where the skill is only
    welcome (优先, 加分); ``negated`` is true where the text says that it is not needed (无需, 不要求).
    ``degree`` (精通, 熟练, 掌握 …) is None where the text is silent. ``either``: another one that stands beside it
    will do as well.

    >>> SkillMention("Python", "python", 2, 8, required=True, negated=False, degree="熟练").skill
    'Python'
    """

    skill: str
    words: str
    start: int
    end: int
    required: bool
    negated: bool
    degree: str | None
    either: bool = False


@dataclass(frozen=True, slots=True)
class CertificateMention:
    """A certificate named in a text, and how it is asked for.

    ``required`` and ``preferred`` are both false where the text names it without asking for it. ``by_law`` tells
    that nobody may do such work without it; only then may it rule a client out. ``either``: another one that stands
    beside it will do as well, so that the lack of this one rules nobody out.
    """

    name: str
    words: str
    start: int
    end: int
    required: bool
    preferred: bool
    negated: bool
    by_law: bool
    either: bool = False


@dataclass(frozen=True, slots=True)
class LicenceNeed:
    """The driving licence that a posting asks for.

    ``asked`` is a class (``A1`` … ``C6``, ``D`` … ``F``), ``any`` where no class is named, or None where no licence is
    asked for. ``required`` is None where the text does not say.
    """

    asked: str | None
    required: bool | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class OccupationNeed:
    """What the law asks of whoever does the work that a title names.

    Any one of ``certificates`` will do; ``licence`` is the least driving class (``any`` where each car class will do),
    None where no driving is meant. ``words`` are those of the title that tell it.
    """

    certificates: tuple[str, ...]
    licence: str | None
    words: str
