"""Questions at a real terminal, whatever code page it types in."""

import os
import socket
import subprocess
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.helpers import programs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")

ASK = """
import fcntl, os, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from desk_app.cli.prompts import ask_hidden
print(ascii(ask_hidden("PIN: ")), flush=True)
"""


def shown(terminal: int, until: bytes | None = None) -> bytes:
    """What is shown until these words are there, or to its end, in however many pieces it comes."""
    received = b""
    with suppress(OSError):  # the program has ended
        while until is None or until not in received:
            received += os.read(terminal, 1000)
    return received


def answer(typed: bytes, **console: str) -> str:
    """What is understood of keys that are typed when the question is there."""
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", ASK],
        stdin=theirs,
        stdout=subprocess.PIPE,
        env={**os.environ, **console},
    ) as asked:
        os.close(theirs)
        shown(ours, b"PIN: ")
        os.write(ours, typed)
        received = asked.communicate(timeout=120)[0].decode().strip()
        os.close(ours)
    return received


COMMAND = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever started the tests ignores it
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from desk_app.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("typed", "question"),
    [(("restore-key",), b": "), (("enrol", "--api", "{silent}", "--code", "ABCD-EFGH"), b"")],
    ids=["at a question", "at work"],
)
def test_ctrl_c_ends_a_command_in_words(
    tmp_path: Path, typed: tuple[str, ...], question: bytes
) -> None:
    ours, theirs = os.openpty()
    with ExitStack() as stack, socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        where = ["--home", str(tmp_path / "home"), "--secrets", f"file:{tmp_path / 'keys'}"]
        words = [each.format(silent=address) for each in typed]
        with programs.start(
            *("-c", COMMAND, *where, *words),
            loads=programs.COMMANDS,
            environment={**os.environ, "LC_ALL": "en_GB.UTF-8"},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        ) as asked:
            os.close(theirs)
            if question:
                shown(ours, question)
            else:
                held, _ = silent.accept()  # and says nothing
                stack.callback(held.close)
            os.write(ours, b"\x03")
            assert asked.wait(120) == 130
    output = shown(ours).decode()
    os.close(ours)
    assert "The command was stopped." in output
    assert "Traceback" not in output


def test_what_is_typed_is_heard() -> None:
    assert answer("47 ä\n".encode(), LC_ALL="C.UTF-8") == ascii("47 ä")


@pytest.mark.parametrize("typed", [b"47 \xe4\n", b"\x04"], ids=["another code page", "its end"])
def test_what_cannot_be_read_is_no_answer_and_no_fault(typed: bytes) -> None:
    assert answer(typed, LC_ALL="C.UTF-8") == "None"


def test_a_terminal_without_letters_of_its_own_is_no_fault() -> None:
    c_locale = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    assert answer("47 ä\n".encode(), **c_locale) == "None"
