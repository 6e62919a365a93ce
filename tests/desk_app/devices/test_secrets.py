import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked

from desk_app.devices.home_note import HomeNote
from desk_app.devices.secrets import FileSecrets, KeyringSecrets, secrets_from
from desk_app.services.errors import SecretsUnavailableError
from desk_app.services.ports import Secrets


class DrawerKeyring(KeyringBackend):
    """A keyring in memory."""

    priority = 9

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedKeyring(DrawerKeyring):
    """The user has not unlocked it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(service, username)


class StrangeKeyring(DrawerKeyring):
    """One that lets its system's own errors through."""

    def get_password(self, service: str, username: str) -> str | None:
        raise ConnectionResetError(service, username)


class PlainTextKeyring(DrawerKeyring):
    """As the ones of keyrings.alt, which keep plain text."""


PlainTextKeyring.__module__ = "keyrings.alt.file"


class Chain(ChainerBackend):
    """Several keyrings, the best first."""

    backends: list[KeyringBackend] = []  # noqa: RUF012 - given in the constructor

    def __init__(self, *backends: KeyringBackend) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own
        self.backends = list(backends)


@pytest.fixture
def system_keyring() -> Iterator[Callable[[KeyringBackend], None]]:
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


@pytest.fixture(params=["keyring", "file"])
def secrets(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    system_keyring: Callable[[KeyringBackend], None],
) -> Secrets:
    system_keyring(DrawerKeyring())
    choice = "keyring" if request.param == "keyring" else f"file:{tmp_path / 'in' / 'secrets.json'}"
    return secrets_from(choice, tmp_path)


def test_a_secret_is_kept_until_it_is_forgotten(secrets: Secrets) -> None:
    assert secrets.get("token") is None
    secrets.set("token", "first")
    secrets.set("token", "sëcond")
    secrets.set("other", "beside")
    assert secrets.get("token") == "sëcond"
    secrets.delete("token")
    assert (secrets.get("token"), secrets.get("other")) == (None, "beside")


def test_forgetting_what_was_never_kept_is_no_matter(secrets: Secrets) -> None:
    secrets.delete("token")
    assert secrets.get("token") is None


def test_two_homes_do_not_share_a_keyring_s_secrets(
    tmp_path: Path, system_keyring: Callable[[KeyringBackend], None]
) -> None:
    system_keyring(DrawerKeyring())
    KeyringSecrets(tmp_path / "one").set("token", "of the one")
    assert KeyringSecrets(tmp_path / "other").get("token") is None
    assert KeyringSecrets(tmp_path / "other" / ".." / "one").get("token") == "of the one"


def test_a_home_that_is_named_in_another_code_page_has_its_place_in_the_keyring() -> None:
    assert len(HomeNote.of(Path("/srv/Pentti\udce4")).keyring) == 12


@pytest.mark.parametrize(
    "backend",
    [
        fail.Keyring(),
        null.Keyring(),
        PlainTextKeyring(),
        LockedKeyring(),
        StrangeKeyring(),
        Chain(),
        Chain(PlainTextKeyring(), null.Keyring()),
    ],
    ids=["none", "null", "plain text", "locked", "strange", "empty chain", "chain of plain text"],
)
def test_a_keyring_that_cannot_keep_secrets_is_refused(
    tmp_path: Path, system_keyring: Callable[[KeyringBackend], None], backend: KeyringBackend
) -> None:
    system_keyring(backend)
    with pytest.raises(SecretsUnavailableError):
        KeyringSecrets(tmp_path).get("token")


def test_of_several_keyrings_the_plain_text_one_gets_nothing(
    tmp_path: Path, system_keyring: Callable[[KeyringBackend], None]
) -> None:
    plain, safe = PlainTextKeyring(), DrawerKeyring()
    system_keyring(Chain(plain, safe))
    KeyringSecrets(tmp_path).set("token", "secret")
    assert (list(plain.kept.values()), list(safe.kept.values())) == ([], ["secret"])


def test_a_secret_in_the_second_keyring_is_found_and_forgotten(
    tmp_path: Path, system_keyring: Callable[[KeyringBackend], None]
) -> None:
    first, second = DrawerKeyring(), DrawerKeyring()
    system_keyring(second)
    KeyringSecrets(tmp_path).set("token", "secret")
    system_keyring(Chain(first, second))
    assert KeyringSecrets(tmp_path).get("token") == "secret"
    KeyringSecrets(tmp_path).delete("token")
    assert second.kept == {}


def test_the_file_is_for_its_owner_alone_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "in" / "secrets.json"
    FileSecrets(path).set("token", "secret")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert set(path.parent.iterdir()) == {path, path.with_name("secrets.json.lock")}


def test_a_file_that_others_can_read_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    FileSecrets(path).set("token", "secret")
    path.chmod(0o640)
    before = path.read_bytes()
    with pytest.raises(SecretsUnavailableError) as caught:
        FileSecrets(path).get("token")
    with pytest.raises(SecretsUnavailableError):
        FileSecrets(path).set("other", "secret")
    assert caught.value.facts["path"] == str(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"token": 1}', b"\xff\xfe"])
def test_a_broken_file_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "secrets.json"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(SecretsUnavailableError):
        FileSecrets(path).set("token", "secret")
    assert path.read_bytes() == content


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    with pytest.raises(SecretsUnavailableError):
        FileSecrets(tmp_path / "in the way" / "secrets.json").set("token", "secret")


def test_a_user_who_chose_a_file_never_meets_the_keyring(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from desk_app.devices.secrets import secrets_from;"
        f"secrets_from('file:{tmp_path}/secrets.json', Path('.')).set('token', 'secret');"
        "print('keyring' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHON_KEYRING_BACKEND": "no.such.Keyring"},
    )
    assert (ran.stdout, ran.stderr) == ("False\n", "")
