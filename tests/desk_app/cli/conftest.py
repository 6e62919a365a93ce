"""A live register, and desks to type at."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk_app.__main__ import main
from sync.rules.venues import Venue
from tests.helpers.cli_user import CARDS, MUSEUM, POLICY, VENUE, Answered, CliUser
from tests.helpers.register import LiveRegister

ELSEWHERE = Venue("uimahalli", "Uimahalli", "Espoo")
PASSPHRASE = "kesällä satoi kolme viikkoa"
NewDesk = Callable[..., CliUser]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path_factory.mktemp("register"), policy=POLICY) as running:
        running.fill(VENUE, CARDS, [MUSEUM])
        yield running


@pytest.fixture
def new_desk(quick_folder: Path, capsys: pytest.CaptureFixture[str]) -> CliUser:
    return CliUser(quick_folder, capsys)


@pytest.fixture
def desk(new_desk: CliUser, register: LiveRegister) -> CliUser:
    code = register.activation(VENUE.id)
    assert new_desk("enrol", "--api", register.url, "--code", code).status == 0
    assert new_desk("sync").status == 0
    return new_desk


class CopiedDesk(CliUser):
    """A desk that others are copies of as well: the register would say that its data is forked."""

    def __call__(self, *typed: str) -> Answered:
        assert not {"sync", "enrol"} & set(typed), "take `desk`, which the register knows alone"
        return super().__call__(*typed)


@pytest.fixture(scope="module")
def enrolled(register: LiveRegister, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk that is enrolled and has synced."""
    folder = tmp_path_factory.mktemp("enrolled")
    own = ("--home", str(folder / "home"), "--secrets", f"file:{folder / 'secrets.json'}")
    code = register.activation(VENUE.id)
    assert main([*own, "enrol", "--api", register.url, "--code", code]) == 0
    assert main([*own, "sync"]) == 0
    return folder


@pytest.fixture
def copied_desk(
    enrolled: Path, quick_folder: Path, capsys: pytest.CaptureFixture[str]
) -> CopiedDesk:
    """As ``desk``, for a test that sends nothing: to enrol each anew takes its time.

    Its folder is not the one that it was made in, which matters where its key is gone.
    """
    shutil.copytree(enrolled, quick_folder, dirs_exist_ok=True)
    return CopiedDesk(quick_folder, capsys)


@pytest.fixture
def enrol_desk(
    tmp_path: Path, register: LiveRegister, capsys: pytest.CaptureFixture[str]
) -> Iterator[NewDesk]:
    """Enrols another desk, which knows nothing yet; the register may be stopped meanwhile."""
    register.import_venues([ELSEWHERE])

    def enrolled(name: str, venue: Venue = VENUE) -> CliUser:
        desk = CliUser(tmp_path / name, capsys)
        code = register.activation(venue.id)
        assert desk("enrol", "--api", register.url, "--code", code, "--name", name).status == 0
        return desk

    yield enrolled
    register.start()


@pytest.fixture
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAIKULUUKKU_PASSPHRASE", PASSPHRASE)
