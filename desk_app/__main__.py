"""Entry point of ``kaikuluukku`` and ``python -m desk_app``: parses arguments only."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from desk_app.cli.parser import parser
from desk_app.cli.standard_streams import accept_any_text, finish_output
from desk_app.config.process_hardening import protect_memory
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
    with loading():
        from desk_app.window.launch import open_window  # noqa: PLC0415 - commands never load Qt

    return open_window(typed)


if __name__ == "__main__":
    sys.exit(main())
