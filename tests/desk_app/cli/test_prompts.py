"""Questions at a real terminal, whatever code page it types in."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")

ASK = """
import fcntl, os, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from desk_app.cli.prompts import ask_hidden
print(ascii(ask_hidden("PIN: ")), flush=True)
"""


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
        while b"PIN: " not in os.read(ours, 100):
            pass
        os.write(ours, typed)
        heard = asked.communicate(timeout=30)[0].decode().strip()
        os.close(ours)
    return heard


def test_what_is_typed_is_heard() -> None:
    assert answer("47 ä\n".encode(), LC_ALL="C.UTF-8") == ascii("47 ä")


@pytest.mark.parametrize("typed", [b"47 \xe4\n", b"\x04"], ids=["another code page", "its end"])
def test_what_cannot_be_read_is_no_answer_and_no_fault(typed: bytes) -> None:
    assert answer(typed, LC_ALL="C.UTF-8") == "None"


def test_a_terminal_without_letters_of_its_own_is_no_fault() -> None:
    c_locale = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    assert answer("47 ä\n".encode(), **c_locale) == "None"
