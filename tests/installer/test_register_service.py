"""What runs the register as a service: the container's files, and systemd's unit."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import requests

ROOT = Path(__file__).parents[2]
SERVICE = ROOT / "installer" / "register"
_COPIED = re.compile(r"^COPY (.+) (\S+)$", re.MULTILINE)
_RUN_FROM_HERE = """
import runpy, sys
elsewhere = sys.argv.pop(1)
sys.path = ["", *[place for place in sys.path if place not in ("", elsewhere)]]
runpy.run_module("sync.server", run_name="__main__", alter_sys=True)
"""


@pytest.mark.slow
def test_the_container_has_all_files_that_the_register_needs(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    for names, _ in _COPIED.findall((SERVICE / "Containerfile").read_text(encoding="utf-8")):
        for name in names.split():
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, inside / Path(name).name)
    db = f"sqlite:///{tmp_path / 'register.db'}"
    command = [sys.executable, "-c", _RUN_FROM_HERE, str(ROOT), "run", "--db", db, "--port", "0"]
    with subprocess.Popen(command, cwd=inside, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        url = server.stdout.readline().strip().removeprefix("listening on ")
        try:
            health = requests.get(f"{url}/desk/v1/health", timeout=20)
            console = requests.get(f"{url}/console/sign-in", timeout=20)
        finally:
            server.terminate()
    assert (health.status_code, console.status_code, server.returncode) == (200, 200, 0)


@pytest.mark.system
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    verifier = shutil.which("systemd-analyze")
    if verifier is None:
        pytest.skip("no systemd here")
    text = (SERVICE / "kaikukanta.service").read_text(encoding="utf-8")
    unit = tmp_path / "kaikukanta.service"
    unit.write_text(text.replace("/opt/kaikukanta/bin/kaikukanta-server", sys.executable), "utf-8")
    done = subprocess.run([verifier, "verify", unit], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_document_installs_a_package_that_is_nowhere_published() -> None:
    """Somebody else could publish another thing by its name."""
    files = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("installer/*.md")]
    texts = {path.name: path.read_text(encoding="utf-8") for path in files}
    named = re.compile(r"\bpip install[^\n`]*\bkaikuluukku\b")
    assert [name for name, text in texts.items() if named.search(text)] == []
