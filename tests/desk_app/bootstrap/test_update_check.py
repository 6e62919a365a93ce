"""Whether a new version is told of, and only by those who may tell."""

import base64
import json
import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from desk_app.bootstrap.update_check import SeenSerial, look_for_update
from desk_app.config.build_info import Build
from desk_app.config.machine_policy import MachinePolicy
from desk_app.services.updates import Update, UpdateCheck, newest
from installer.release_signing import new_key, sign

Look = Callable[..., UpdateCheck]

NOTES = {"fi": "Nopeampi kamera.", "en": "A faster camera."}


TODAY = date(2026, 11, 29)


def listed(*versions: str, channel: str = "stable", serial: int = 7, expires: date = TODAY) -> str:
    releases = [
        {"channel": channel, "version": each, "notes": NOTES, "address": "https://a.example"}
        for each in versions
    ]
    return json.dumps({"serial": serial, "expires": f"{expires}", "releases": releases})


@pytest.fixture
def key(tmp_path: Path) -> tuple[Path, str]:
    path = tmp_path / "releases.pem"
    return path, new_key(path)


@pytest.fixture
def seen(tmp_path: Path) -> SeenSerial:
    return SeenSerial(tmp_path / "releases.serial")


@pytest.fixture
def look(seen: SeenSerial) -> Look:
    def at(build: Build, policy: MachinePolicy | None = None) -> UpdateCheck:
        return look_for_update(build, policy or MachinePolicy(), seen, TODAY)

    return at


@pytest.fixture
def publish() -> Iterator[Callable[[str], str]]:
    """A server of one file; it gives its address."""
    body = [""]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body[0].encode())

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()

    def published(text: str) -> str:
        body[0] = text
        return f"http://127.0.0.1:{server.server_port}/releases.json"

    yield published
    server.shutdown()
    thread.join()
    server.server_close()


def build(public: str, address: str) -> Build:
    return Build(version="0.1.0", release_key=public, releases=address)


def test_a_signed_newer_version_is_found(
    key: tuple[Path, str], publish: Callable[[str], str], look: Look
) -> None:
    address = publish(sign(listed("0.2.0", "0.10.0", "0.0.9"), key[0]))

    found = look(build(key[1], address)).update

    assert found is not None
    assert found == Update("0.10.0", NOTES, "https://a.example")
    assert found.note("en") == "A faster camera."
    assert found.note("sv") == "Nopeampi kamera."


def test_a_list_signed_by_another_is_refused_and_logged(
    key: tuple[Path, str],
    publish: Callable[[str], str],
    tmp_path: Path,
    expected_log: Callable[[str], None],
    look: Look,
) -> None:
    expected_log(
        r"^desk_app\.bootstrap\.update_check: the list of releases is refused: manifest_forged"
    )
    new_key(tmp_path / "other.pem")
    address = publish(sign(listed("9.0.0"), tmp_path / "other.pem"))

    assert look(build(key[1], address)) == UpdateCheck()


def test_a_list_changed_after_signing_is_refused(
    key: tuple[Path, str],
    publish: Callable[[str], str],
    expected_log: Callable[[str], None],
    look: Look,
) -> None:
    expected_log(r"manifest_forged")
    address = publish(sign(listed("0.2.0"), key[0]).replace("0.2.0", "0.3.0"))

    assert look(build(key[1], address)) == UpdateCheck()


def test_another_channel_is_not_ones_own(
    key: tuple[Path, str], publish: Callable[[str], str], look: Look
) -> None:
    address = publish(sign(listed("0.2.0", channel="trial"), key[0]))

    assert look(build(key[1], address)) == UpdateCheck()


@pytest.mark.parametrize("answer", ["", "<html>sign in</html>", '{"signed": 1}', "x" * 300_000])
def test_what_is_no_list_is_passed_over(
    key: tuple[Path, str], publish: Callable[[str], str], answer: str, look: Look
) -> None:
    assert look(build(key[1], publish(answer))) == UpdateCheck()


def test_a_policy_without_a_channel_asks_nobody(key: tuple[Path, str], look: Look) -> None:
    unreachable = build(key[1], "https://nowhere.invalid")

    assert look(unreachable, MachinePolicy(update_channel="none")) == UpdateCheck()


def test_the_policys_address_goes_before_the_builds(
    key: tuple[Path, str], publish: Callable[[str], str], look: Look
) -> None:
    address = publish(sign(listed("0.2.0"), key[0]))
    policy = MachinePolicy(update_address=address)

    assert look(build(key[1], "https://nowhere.invalid"), policy).update is not None


def test_the_running_version_is_no_news() -> None:
    assert newest([Update("0.1.0", {}, ""), Update("next", {}, "")], "0.1.0") is None


def test_a_key_is_not_written_over(key: tuple[Path, str]) -> None:
    with pytest.raises(FileExistsError):
        new_key(key[0])
    assert len(base64.b64decode(key[1])) == 32


def test_a_list_that_is_older_than_one_seen_before_is_said_to_be_so(
    key: tuple[Path, str],
    publish: Callable[[str], str],
    look: Look,
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"may be held back: serial 6, seen 7")
    look(build(key[1], publish(sign(listed("0.2.0", serial=7), key[0]))))

    older = look(build(key[1], publish(sign(listed("0.3.0", serial=6), key[0]))))

    assert older.is_older
    assert older.update is not None


def test_the_highest_serial_stays_known_after_an_older_list(
    key: tuple[Path, str],
    publish: Callable[[str], str],
    look: Look,
    seen: SeenSerial,
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"may be held back")
    for serial in (7, 6):
        look(build(key[1], publish(sign(listed(serial=serial), key[0]))))

    assert seen.load() == 7


def test_an_expired_list_is_said_to_be_so(
    key: tuple[Path, str],
    publish: Callable[[str], str],
    look: Look,
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"may be held back")
    yesterday = TODAY - timedelta(days=1)

    check = look(build(key[1], publish(sign(listed(expires=yesterday), key[0]))))

    assert check.outdated_since == yesterday


def test_a_list_is_good_on_its_last_day(
    key: tuple[Path, str], publish: Callable[[str], str], look: Look
) -> None:
    check = look(build(key[1], publish(sign(listed(expires=TODAY), key[0]))))

    assert not check.is_suspect


@pytest.mark.parametrize("written", ["", "seven", "\u0667", "-1"])
def test_an_unreadable_serial_file_is_as_none_seen(seen: SeenSerial, written: str) -> None:
    seen.path.write_text(written, encoding="utf-8")

    assert seen.load() == 0
