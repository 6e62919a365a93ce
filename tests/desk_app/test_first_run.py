"""A window that finds an activation code waiting enrols its desk by itself."""

from pathlib import Path

import pytest

from tests.helpers import programs
from tests.helpers.cli_user import VENUE, CliUser
from tests.helpers.register import LiveRegister

PROGRAM = """
import os
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desk_app.config.paths import Home
from desk_app.config.machine_policy import MachinePolicy
from desk_app.window.launch import show

home, secrets, policy = sys.argv[1:]
qt = QApplication([])
told = MachinePolicy.load(Path(policy))
until_gone = QTimer(interval=100)
until_gone.timeout.connect(lambda: told.activation_code_file.exists() or qt.quit())
until_gone.start()
QTimer.singleShot(240_000, lambda: os._exit(9))
show(qt, Home(Path(home)), f"file:{secrets}", None, told)
"""


def test_a_code_that_waits_enrols_the_desk_at_the_first_start_and_is_eaten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = CliUser(tmp_path, capsys)
    code, policy = tmp_path / "activation-code", tmp_path / "policy.toml"
    code.touch(mode=0o600)
    with LiveRegister(tmp_path) as register:
        register.import_venues([VENUE])
        code.write_text(register.activation(VENUE.id), encoding="ascii")
        policy.write_text(
            f"register_address = '{register.url}'\nactivation_code_file = '{code}'\n",
            encoding="utf-8",
        )

        ended = programs.run(
            *("-c", PROGRAM, str(desk.home), str(desk.secrets), str(policy)),
            loads=programs.WINDOW,
            timeout=300,
        )

        assert ended.returncode == 0, ended.stderr
        assert not code.exists()
        assert desk("sync").status == 0
