"""Errors of jobmatch: one kind, one exit code, one clear line.

::

    JobmatchError            1   a fault of the program
    ├── UsageError           2   the call is wrong (an option, a name, a value)
    └── BadInput             3   a file or a value cannot be used; nothing was written

The words stand in ``messages.toml`` under ``error.<key>``, in Chinese and English, so that the line a
person reads is in their language. Values go in by name: file, row, column, seen, remedy.
"""

import errno
from pathlib import Path
from typing import ClassVar

from jobmatch.messages import said, say


class JobmatchError(Exception):
    """Something went wrong; ``str(error)`` is the line for the user, in the language in force.

    >>> str(BadInput("no-title-column", file="岗位.csv", seen="编号, 备注"))
    '岗位.csv：没有岗位名称这一列，只看到：编号, 备注。请加上“岗位名称”列，或用 --map 列名=title 指明。'
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return say(f"error.{self.key}", **self.values)


class UsageError(JobmatchError):
    """The call is wrong: an unknown option, name or value."""

    exit_code = 2


class BadInput(JobmatchError, ValueError):
    """A file or a value cannot be used; nothing was written."""

    exit_code = 3


def reason(fault: OSError) -> str:
    """What the system says of a fault, in the language in force.

    >>> reason(OSError(28, "No space left on device"))
    '磁盘已满'
    """
    code = errno.errorcode.get(fault.errno or 0, "?")
    return said(f"os-fault.{code}") or say("os-fault.other", code=code)


def unwritable(target: Path, fault: Exception | None = None) -> BadInput:
    """The error of a file or folder that cannot be written, with what stands in the way.

    >>> str(unwritable(Path("没有/a.json")))
    'a.json：写不了（没有“没有”这个文件夹）。请确认文件夹存在，文件没有在 Excel 中打开。'
    """
    return BadInput("cannot-write", file=target.name or str(target), reason=_in_the_way(target, fault))


def _in_the_way(target: Path, fault: Exception | None) -> str:
    try:
        if not target.parent.is_dir():
            return say("os-fault.no-folder", folder=target.parent)
        if target.is_dir():
            return say("os-fault.is-folder")
    except (OSError, ValueError, RuntimeError):  # a name that no file can have
        pass
    return reason(fault) if isinstance(fault, OSError) else say("os-fault.other", code=type(fault).__name__)
