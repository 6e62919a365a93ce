"""Logs and crash reports: whole, and without what the program was handling."""

import subprocess
import sys
from pathlib import Path

import pytest

_CRASH = """
import sys, threading
from pathlib import Path
from desk_app.config.logs import log_crashes, log_to_file
told = []
log_to_file(Path(sys.argv[1]))
log_crashes(told.append)

def read_the_card():
    try:
        raise KeyError("card AB12CANARY")
    except KeyError as inner:
        raise RuntimeError("token 3f9aTOKENCANARY77qqqqqqqqq") from inner

class Falls:
    def __del__(self):
        read_the_card()

if sys.argv[2] == "thread":
    thread = threading.Thread(target=read_the_card)
    thread.start()
    thread.join()
elif sys.argv[2] == "destructor":
    Falls()
elif sys.argv[2] == "slot":
    from PySide6.QtCore import QCoreApplication, QTimer
    qt = QCoreApplication([])
    QTimer.singleShot(0, read_the_card)
    QTimer.singleShot(1, qt.quit)
    qt.exec()
else:
    import atexit
    atexit.register(lambda: print(len(told)))
    read_the_card()
print(len(told))
"""


@pytest.mark.parametrize("where", ["main", "thread", "destructor", "slot"])
def test_what_nobody_caught_is_logged_whole_but_for_secrets_and_told_once(
    tmp_path: Path, where: str
) -> None:
    log = tmp_path / "logs" / "kaikuluukku.log"
    ended = subprocess.run(
        [sys.executable, "-c", _CRASH, str(log), where],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    written = log.read_text()
    assert ended.stdout.split() == ["1"]
    assert "read_the_card" in written
    assert "KeyError" in written
    assert "RuntimeError" in written
    assert "CANARY" not in written + ended.stderr
