"""The build's own proof, run as a program of its own, for it makes a window."""

import json
import subprocess
import sys


def test_a_whole_build_proves_itself() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "desk_app", "--json", "self-test"],
        capture_output=True,
        text=True,
        check=False,
    )

    proof = json.loads(ended.stdout)
    assert [check for check in proof["checks"] if not check["ok"]] == []
    assert proof["ok"] is True
    assert ended.returncode == 0
