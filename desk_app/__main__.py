"""Entry point of ``kaikuluukku`` and ``python -m desk_app``: parses arguments only."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from desk_app.cli.command_results import print_command_error
from desk_app.cli.exit_status import ExitStatus, exit_status
from desk_app.cli.parser import parser
from desk_app.cli.standard_streams import accept_any_text, finish_output
from desk_app.config.process_hardening import protect_memory
from desk_app.services.errors import DeskError
from sync.loading import loading


def main(
    arguments: Sequence[str] | None = None, run_command: Callable[[Namespace], int] | None = None
) -> int:
    """Run a headless command, or open the window where none is named.

    ``run_command`` runs it, if not as usual.
    """
    protect_memory()
    accept_any_text()
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        typed = parser(as_json="--json" in arguments).parse_args(arguments)
        if typed.command is not None:
            with loading():
                from desk_app.cli.main import run  # noqa: PLC0415 - help is there before all is

            return (run_command or run)(typed)
    finally:
        finish_output()
    return _open_window(typed)


def _open_window(typed: Namespace) -> int:
    """Open the window, with the exit statuses and the printed errors of a command."""
    with loading():
        from desk_app.window.launch import open_window  # noqa: PLC0415 - commands never load Qt

    try:
        open_window(
            typed,
            lambda error, texts: print_command_error(error.code, texts, as_json=typed.json),
        )
    except DeskError as error:
        return exit_status(error)
    return ExitStatus.DONE


if __name__ == "__main__":
    sys.exit(main())
