"""A PostgreSQL of the tests' own: the real programs, on a throw-away disk, behind a Unix socket."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import URL, make_url

from tests.helpers.disks import folder_in_memory

_LONGEST_WAIT = 60
"""Seconds for a server to come up or go down; it takes a fraction of one."""
_OWNER = "kaikukanta"
_SETTINGS = {
    "listen_addresses": "",  # the socket only
    "max_connections": "300",
    "lock_timeout": "30s",
    "statement_timeout": "60s",
}
_IN_MEMORY = {
    "fsync": "off",  # nothing here outlives the test run
    "full_page_writes": "off",
    "max_wal_size": "128MB",
}
_SORTING = ("--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=fi-FI")
"""Finnish sorting, as a Finnish server may have it: what must go by code points has to say so."""


def programs() -> Path | None:
    """The folder of PostgreSQL's server programs, the newest where there are several."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(folders, key=_version, default=None)


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", folder.parent.name))


def is_postgresql(url: str) -> bool:
    """Whether a database URL names PostgreSQL."""
    return url.startswith("postgresql")


class Cluster:
    """A database server: ``with Cluster() as cluster:``; ``cluster.database()`` lends a database.

    ``durable`` has it write to the disk at every commit, as a register's server does: others lie
    in memory, where the system has one. ``connections`` is how many it has, if not plenty.
    """

    def __init__(
        self, *, durable: bool = False, connections: int | None = None, folder: Path | None = None
    ) -> None:
        found = programs()
        if found is None:
            raise FileNotFoundError("PostgreSQL's server programs are not installed")
        self._programs, self._version = found, _version(found)
        self._settings = _SETTINGS | ({} if durable else _IN_MEMORY)
        if connections is not None:
            self._settings["max_connections"] = str(connections)
        memory = None if durable else folder_in_memory()
        self._folder = Path(tempfile.mkdtemp(prefix="kaikupg-", dir=folder or memory))
        self._as_whom = _unprivileged()
        self._admin: Engine | None = None

    def __enter__(self) -> Self:
        os.environ.setdefault("KAIKUKANTA_KEY_FOLDER", str(self._folder))  # no home gets its keys
        if self._as_whom:
            shutil.chown(self._folder, self._as_whom["user"])
        self._folder.chmod(0o755)  # the socket is for the user who runs the tests
        identity = (f"--username={_OWNER}", "--auth=trust", "--encoding=UTF8")
        self._run("initdb", "--no-sync", "--no-instructions", *identity, *_SORTING)
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.stop()
        finally:
            shutil.rmtree(self._folder)

    def start(self) -> None:
        """Bring the server up; it answers when this returns."""
        log, options = f"--log={self._folder / 'log'}", self._options(self._folder)
        self._run("pg_ctl", "start", "--wait", log, options)
        self._admin = create_engine(self._url("postgres"), isolation_level="AUTOCOMMIT")

    def stop(self) -> None:
        """End the server at once, as a power cut would; what was committed is there again later."""
        if self._admin is not None:
            self._admin.dispose()
            self._admin = None
            self._run("pg_ctl", "stop", "--wait", "--mode=immediate")

    @contextmanager
    def database(self, *, options: str = "") -> Iterator[str]:
        """The SQLAlchemy URL of an empty database, which is gone afterwards.

        ``options`` are those of ``CREATE DATABASE``. From version 15 on the server would make it
        by way of its log, which spares one at work a pause, and costs half as much again.
        """
        name = f"register_{uuid4().hex}"
        strategy = "STRATEGY FILE_COPY" if self._version >= (15,) else ""
        self._execute(f"CREATE DATABASE {name} {strategy} {options}")
        try:
            yield self._url(name).render_as_string(hide_password=False)
        finally:
            self._execute(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def away(self, url: str) -> Iterator[None]:
        """Cut every connection to a database and let no new one in, until the block ends.

        The server only signals the processes of the connections; it is waited for until they are
        gone, since one that has not looked yet still answers.
        """
        name = str(make_url(url).database)
        self._execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        self._execute(
            f"SELECT pg_terminate_backend(pid, {_LONGEST_WAIT * 1000})"
            f" FROM pg_stat_activity WHERE datname='{name}'"
        )
        try:
            yield
        finally:
            self._execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")

    @contextmanager
    def standby(self, url: str) -> Iterator[str]:
        """A database as a hot standby of this server has it: it follows, and takes no writes."""
        folder = self._folder / "standby"
        copied = ("--checkpoint=fast", "--no-sync", "--write-recovery-conf")
        where = (f"--host={self._folder}", f"--username={_OWNER}")
        self._run("pg_basebackup", *where, *copied, data=folder)
        try:
            log, options = f"--log={folder / 'log'}", self._options(folder)
            self._run("pg_ctl", "start", "--wait", log, options, data=folder)
            name = str(make_url(url).database)
            yield self._url(name, folder).render_as_string(hide_password=False)
        finally:
            self._run("pg_ctl", "stop", "--wait", "--mode=immediate", data=folder)
            shutil.rmtree(folder)

    def _options(self, folder: Path) -> str:
        """The server's settings, and where its socket is."""
        settings = self._settings | {"unix_socket_directories": str(folder)}
        return "--options=" + " ".join(f"-c {name}='{value}'" for name, value in settings.items())

    def _url(self, name: str, folder: Path | None = None) -> URL:
        where = {"host": str(folder or self._folder)}
        return URL.create("postgresql+psycopg", username=_OWNER, database=name, query=where)

    def _execute(self, statement: str) -> None:
        assert self._admin is not None
        with self._admin.connect() as connection:
            connection.execute(text(statement))

    def _run(self, program: str, *arguments: str, data: Path | None = None) -> None:
        command: Sequence[str] = (
            str(self._programs / program),
            f"--pgdata={data or self._folder / 'data'}",
            *arguments,
        )
        subprocess.run(
            command,
            check=True,
            cwd=self._folder,
            timeout=_LONGEST_WAIT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # not a pipe: the server would hold its other end
            **self._as_whom,
        )


def _unprivileged() -> dict[str, Any]:
    """Whom to run the server as, for ``subprocess``: PostgreSQL refuses root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    import pwd  # noqa: PLC0415 - Windows has none

    accounts = {account.pw_name: account for account in pwd.getpwall()}
    account = accounts.get("postgres") or accounts["nobody"]
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
