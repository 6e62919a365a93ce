"""A register with its console over HTTP, a workplace of each kind, and a clock to turn."""

import threading
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import timedelta
from typing import Self
from uuid import UUID

import pyotp
from argon2 import PasswordHasher

from sync.server.api.app import make_app
from sync.server.api.serving import Network, address, bind, make_server
from sync.server.console import sign_in
from sync.server.console.api_and_console import ApiAndConsole
from sync.server.console.app import ConsoleApp
from sync.server.console.context import Console
from sync.server.console.store import accounts
from sync.server.store.console_tables import Role
from tests.helpers.samples import VENUE
from tests.helpers.visitor import Page, Visitor
from tests.sync.server.register_fixture import ELSEWHERE, RegisterFixture

PASSWORD = "korkea keltainen kuusi"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""As little work as the library lets a hash take: a test's time is not for an attacker's cost."""


class ConsoleFixture(RegisterFixture):
    """``here`` are the workplaces of the first venue's area, ``there`` those of the other's."""

    here: dict[Role, UUID]
    there: dict[Role, UUID]

    def __init__(
        self,
        url: str,
        proxies: Sequence[Network] = (),
        passwords: PasswordHasher = QUICK,
        model: Self | None = None,
    ) -> None:
        super().__init__(url, model)
        self.console = Console(self.central, passwords)
        self._proxies = proxies
        self.app = ConsoleApp(self.console)
        self._stack = ExitStack()
        self._codes: dict[str, str] = {}
        self.address = ""
        self.here = model.here if model else self._workplaces(VENUE.area, VENUE.id)
        self.there = model.there if model else self._workplaces(ELSEWHERE.area, ELSEWHERE.id)

    def __enter__(self) -> Self:
        listener = self._stack.enter_context(bind("127.0.0.1", 0))
        server = make_server(ApiAndConsole(make_app(self.central), self.app), proxies=self._proxies)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        self.address = f"{address(listener)}/console"

        def stop() -> None:
            server.should_exit = True
            server.force_exit = True
            thread.join(60)

        self._stack.callback(stop)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()
        self.central.close()

    def _workplaces(self, area: str, venue_id: str) -> dict[Role, UUID]:
        made = {}
        with self.central.database.writing() as connection:
            for role in Role:
                its_area = "" if role is Role.NATIONAL else area
                its_venue = venue_id if role is Role.VENUE else None
                made[role] = accounts.add_workplace(
                    connection, role, f"{role} {area}", its_area, its_venue, self.now
                )
        return made

    def visitor(self, language: str = "en") -> Visitor:
        """Somebody who is not signed in."""
        return self._stack.enter_context(Visitor(self.address, language))

    def invited(self, role: Role, login: str, *, there: bool = False) -> str:
        """The path of an invitation."""
        workplace = (self.there if there else self.here)[role]
        with self.central.database.writing() as connection:
            account = sign_in.new_account(connection, self.console, workplace, login)
            return f"/invitations/{sign_in.invite(connection, self.console, account)}"

    def account(self, role: Role, login: str, *, there: bool = False) -> str:
        """An account that is set up; its login."""
        path = self.invited(role, login, there=there)
        token = path.rpartition("/")[2]
        with self.central.database.reading() as connection:
            invited = accounts.invited(connection, token, self.now)
        self._codes[login] = sign_in.totp_key(self.console, invited)
        sign_in.accept_invitation(self.console, token, PASSWORD, self.code(login))
        return login

    def code(self, login: str) -> str:
        """The next one-time code of a login: the clock goes on until there is one."""
        self.now += timedelta(seconds=30)
        return pyotp.TOTP(self._codes[login]).at(int(self.now.timestamp()))

    def set_key(self, login: str, key: str) -> None:
        """Know the key of a login's one-time codes."""
        self._codes[login] = key

    def sign_in(self, visitor: Visitor, login: str, password: str = PASSWORD) -> Page:
        """Sign in as a person does."""
        page = visitor.open("/sign-in")
        code = self.code(login)
        return visitor.send(page, "/sign-in", login=login, password=password, code=code)

    def signed_in(self, role: Role, *, there: bool = False, language: str = "en") -> Visitor:
        """Somebody who is signed in at a workplace of a kind."""
        login = f"{role}-{'there' if there else 'here'}"
        if login not in self._codes:
            self.account(role, login, there=there)
        visitor = self.visitor(language)
        assert self.sign_in(visitor, login).path == "/console/"
        return visitor
