"""Whether a new version is told of, and only by those who may tell."""

import base64
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from desk_app.build import Build
from desk_app.policy import MachinePolicy
from desk_app.services.updates import Update, newest
from desk_app.updating import look_for_update
from installer.signing import new_key, sign

NOTES = {"fi": "Nopeampi kamera.", "en": "A faster camera."}


def listed(*versions: str, channel: str = "stable") -> str:
    releases = [
        {"channel": channel, "version": each, "notes": NOTES, "address": "https://a.example"}
        for each in versions
    ]
    return json.dumps({"releases": releases})


@pytest.fixture
def key(tmp_path: Path) -> tuple[Path, str]:
    path = tmp_path / "releases.pem"
    return path, new_key(path)


@pytest.fixture
def publish() -> Iterator[Callable[[str], str]]:
    """A server of one file; it gives its address."""
    told = [""]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(told[0].encode())

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()

    def published(text: str) -> str:
        told[0] = text
        return f"http://127.0.0.1:{server.server_port}/releases.json"

    yield published
    server.shutdown()
    thread.join()
    server.server_close()


def build(public: str, address: str) -> Build:
    return Build(version="0.1.0", release_key=public, releases=address)


def test_a_signed_newer_version_is_found(
    key: tuple[Path, str], publish: Callable[[str], str]
) -> None:
    address = publish(sign(listed("0.2.0", "0.10.0", "0.0.9"), key[0]))

    found = look_for_update(build(key[1], address), MachinePolicy())

    assert found == Update("0.10.0", NOTES, "https://a.example")
    assert found.note("en") == "A faster camera."
    assert found.note("sv") == "Nopeampi kamera."


def test_a_list_signed_by_another_is_refused_and_logged(
    key: tuple[Path, str],
    publish: Callable[[str], str],
    tmp_path: Path,
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"^desk_app\.updating: the list of releases is refused: manifest_forged")
    new_key(tmp_path / "other.pem")
    address = publish(sign(listed("9.0.0"), tmp_path / "other.pem"))

    assert look_for_update(build(key[1], address), MachinePolicy()) is None


def test_a_list_changed_after_signing_is_refused(
    key: tuple[Path, str], publish: Callable[[str], str], expected_log: Callable[[str], None]
) -> None:
    expected_log(r"manifest_forged")
    address = publish(sign(listed("0.2.0"), key[0]).replace("0.2.0", "0.3.0"))

    assert look_for_update(build(key[1], address), MachinePolicy()) is None


def test_another_channel_is_not_ones_own(
    key: tuple[Path, str], publish: Callable[[str], str]
) -> None:
    address = publish(sign(listed("0.2.0", channel="trial"), key[0]))

    assert look_for_update(build(key[1], address), MachinePolicy()) is None


@pytest.mark.parametrize("answer", ["", "<html>sign in</html>", '{"signed": 1}', "x" * 300_000])
def test_what_is_no_list_is_passed_over(
    key: tuple[Path, str], publish: Callable[[str], str], answer: str
) -> None:
    assert look_for_update(build(key[1], publish(answer)), MachinePolicy()) is None


def test_a_policy_without_a_channel_asks_nobody(key: tuple[Path, str]) -> None:
    unreachable = build(key[1], "https://nowhere.invalid")

    assert look_for_update(unreachable, MachinePolicy(update_channel="none")) is None


def test_the_policys_address_goes_before_the_builds(
    key: tuple[Path, str], publish: Callable[[str], str]
) -> None:
    address = publish(sign(listed("0.2.0"), key[0]))
    policy = MachinePolicy(update_address=address)

    assert look_for_update(build(key[1], "https://nowhere.invalid"), policy) is not None


def test_the_running_version_is_no_news() -> None:
    assert newest([Update("0.1.0", {}, ""), Update("next", {}, "")], "0.1.0") is None


def test_a_key_is_not_written_over(key: tuple[Path, str]) -> None:
    with pytest.raises(FileExistsError):
        new_key(key[0])
    assert len(base64.b64decode(key[1])) == 32
