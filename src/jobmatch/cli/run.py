"""Run a command: errors become one line on standard error and an exit code; a traceback only with ``--debug``."""

import sys
from collections.abc import Sequence

import click

from jobmatch.cli.codes import DONE, FAULT, USAGE
from jobmatch.cli.commands import jobmatch
from jobmatch.cli.words import fault
from jobmatch.errors import JobmatchError
from jobmatch.messages import say


def run(arguments: Sequence[str]) -> int:
    """The exit code of the command line: 0 done, 1 fault, 2 usage, 3 bad input, 4 done but rows were rejected."""
    debug = "--debug" in arguments
    given = [word for word in arguments if word != "--debug"]
    try:
        code = jobmatch.main(args=given, prog_name="jobmatch", standalone_mode=False)
    except click.exceptions.Abort:
        return FAULT
    except click.ClickException as error:
        _say(fault(error))
        return USAGE
    except JobmatchError as error:
        if debug:
            raise
        _say(str(error))
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except Exception as error:
        if debug:
            raise
        _say(say("error.fault", kind=type(error).__name__))
        return FAULT
    return code if isinstance(code, int) else DONE


def _say(line: str) -> None:
    click.echo(line, err=True)
