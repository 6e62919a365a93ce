"""Options of the program itself, which make sense where no command is given."""

import argparse
import sys
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from desk_app.cli.standard_streams import print_line


class _ShowVersion(argparse.Action):
    """Looks the version up only when it is asked for: every command passes through the parser."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """End the program with status 0."""
        print_line(f"{parser.prog} {version('kaikuluukku')}", sys.stdout)
        parser.exit()


def add_without_command(to: argparse.ArgumentParser) -> None:
    """``--version`` and ``--camera``."""
    to.add_argument("--version", action=_ShowVersion, nargs=0, help="show the version and end")
    to.add_argument(
        "--camera",
        type=Path,
        metavar="FILE",
        help="use a video or a folder of pictures instead of the camera",
    )
