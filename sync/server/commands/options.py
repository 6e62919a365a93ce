"""The options that nearly all commands have."""

from collections.abc import Callable
from contextlib import closing
from functools import wraps
from pathlib import Path

import click

from sync.server.keys.key_files import VARIABLE
from sync.server.services.central_register import CentralRegister
from sync.server.store.database_limits import ADMIN

FILE = click.Path(path_type=Path)


def register_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which register is meant."""
    of_keys = (
        f"The register's keys; without it they are what {VARIABLE} in the environment"
        " holds, or lie beside an SQLite file, or in ~/.kaikukanta."
    )
    command = click.option("--key", type=FILE, metavar="FILE", help=of_keys)(command)
    of_database = "sqlite:///FILE or postgresql+psycopg://"
    return click.option("--db", required=True, metavar="URL", help=of_database)(command)


def on_register(command: Callable[..., None]) -> Callable[..., None]:
    """The same options, for a command on the register itself, which is open meanwhile."""

    @register_options
    @wraps(command)
    def at_register(db: str, key: Path | None, **given: object) -> None:
        with closing(CentralRegister.open(db, limits=ADMIN, keys=key)) as register:
            command(register, **given)

    return at_register
