"""Whether this program's memory stays out of crash dumps."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")

LONGEST = 60.0

_ASK = """
import ctypes, resource
from desk_app.config.process_hardening import protect_memory
protect_memory()
print(resource.getrlimit(resource.RLIMIT_CORE))
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))  # PR_GET_DUMPABLE
"""


def core_limit(process: int) -> str:
    """The kernel's own line on how large a core dump of a process may be."""
    lines = Path(f"/proc/{process}/limits").read_text(encoding="ascii").splitlines()
    return next(" ".join(line.split()) for line in lines if line.startswith("Max core file size"))


def test_a_protected_process_leaves_no_core_dump_and_takes_no_debugger() -> None:
    asked = subprocess.run(
        [sys.executable, "-c", _ASK], capture_output=True, text=True, check=True, timeout=LONGEST
    )
    assert asked.stdout.splitlines() == ["(0, 0)", "0"]


def test_the_program_protects_itself(tmp_path: Path) -> None:
    secrets = f"file:{tmp_path / 'secrets.json'}"
    command = [sys.executable, "-m", "desk_app", "--home", str(tmp_path / "home")]
    program = subprocess.Popen(
        ["sh", "-c", 'ulimit -S -c 4096; exec "$@"', "sh", *command, "--secrets", secrets],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        until = time.monotonic() + LONGEST
        while (found := core_limit(program.pid)) != "Max core file size 0 0 bytes":
            assert time.monotonic() < until, found
            assert program.poll() is None
    finally:
        program.kill()
        program.wait()
