"""A sign-in to the demo register's console, for people who try it out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pyotp

from sync.server.console import sign_in
from sync.server.console.context import Console
from sync.server.console.cookie import PATH
from sync.server.console.store import accounts
from sync.server.services.central_register import CentralRegister

LOGIN = "demo"
PASSWORD = "kokeile kaikukantaa"  # noqa: S105  everybody may know it: the register is made up
_A_STEP = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class DemoConsole:
    """A sign-in of Kaikukeskus. ``totp_key`` makes the one-time codes, in the place of an app."""

    login: str
    password: str
    totp_key: str

    def code(self, now: datetime) -> str:
        """The one-time code of a time."""
        return pyotp.TOTP(self.totp_key).at(now)

    def banner_facts(self, url: str, now: datetime) -> dict[str, str]:
        """What a person who tries it out has to know, by the names of the banner's text."""
        return {
            "address": f"{url}{PATH}",
            "login": self.login,
            "password": self.password,
            "code": self.code(now),
        }


def load_console(central: CentralRegister) -> DemoConsole:
    """Make the demo's sign-in. Its code of now can still be used."""
    console, now = Console(central), central.now()
    token = sign_in.national_account(console, LOGIN)
    with central.database.reading() as connection:
        key = sign_in.totp_key(console, accounts.invited(connection, token, now))
    made = DemoConsole(LOGIN, PASSWORD, key)
    sign_in.accept_invitation(console, token, PASSWORD, made.code(now - _A_STEP))
    return made
