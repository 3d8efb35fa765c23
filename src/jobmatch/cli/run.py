"""Run a command: errors become one line on standard error and an exit code; a traceback only with ``--debug``."""

from collections.abc import Sequence

import click

from jobmatch.cli.codes import BAD_INPUT, DONE, FAULT, USAGE
from jobmatch.cli.commands import jobmatch
from jobmatch.cli.stop import stopped
from jobmatch.cli.streams import let_go_of_output
from jobmatch.cli.words import fault
from jobmatch.errors import JobmatchError, reason
from jobmatch.messages import say


def run(arguments: Sequence[str]) -> int:
    """The exit code of the command line: 0 done, 1 fault, 2 usage, 3 bad input, 4 done but rows were rejected."""
    debug = "--debug" in arguments
    given = [word for word in arguments if word != "--debug"]
    try:
        code = jobmatch.main(args=given, prog_name="jobmatch", standalone_mode=False)
    except click.exceptions.Abort as stop:
        code = stopped(stop.__cause__)
    except Exception as error:
        if debug and not isinstance(error, click.ClickException):
            raise
        code, line = _told(error)
        click.echo(line, err=True)
    return code if isinstance(code, int) else DONE


def _told(error: Exception) -> tuple[int, str]:
    """The code and the line of an error."""
    if isinstance(error, click.ClickException):
        return USAGE, fault(error)
    if isinstance(error, JobmatchError):
        return error.exit_code, str(error)
    if isinstance(error, OSError) and error.filename is None:  # of standard output: files tell their own faults
        let_go_of_output()
        return BAD_INPUT, say("error.cannot-write-out", reason=reason(error))
    return FAULT, say("error.fault", kind=type(error).__name__)
