"""The wheel, installed away from this folder, as pip and pipx do it."""

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the wheel's programs are, in an environment that has our libraries beside it."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-index", "--no-deps"]
    subprocess.run(
        [*pip, "wheel", *offline, "--no-build-isolation", "--wheel-dir", folder, ROOT], check=True
    )
    venv.create(folder / "venv")
    paths = {"base": str(folder / "venv"), "platbase": str(folder / "venv")}
    python = Path(sysconfig.get_path("scripts", "venv", paths)) / Path(sys.executable).name
    wheel = next(folder.glob("*.whl"))
    subprocess.run([*pip, "--python", python, "install", *offline, wheel], check=True)
    site = Path(sysconfig.get_path("purelib", "venv", paths))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python.parent


def test_the_program_of_the_wheel_proves_itself(programs: Path, tmp_path: Path) -> None:
    ended = subprocess.run(
        [programs / "kaikuluukku", "--json", "self-test"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )

    proof = json.loads(ended.stdout)
    assert [check for check in proof["checks"] if not check["ok"]] == []
    assert ended.returncode == 0


def test_the_wheel_brings_translations_help_and_the_register(
    programs: Path, tmp_path: Path
) -> None:
    site = next(programs.parent.rglob("desk_app")).parent

    assert {path.name for path in site.glob("resources/translations/*.qm")} >= {
        "kaikuluukku_fi.qm",
        "kaikuluukku_sv.qm",
        "kaikuluukku_en.qm",
    }
    assert list(site.glob("resources/help/**/*"))
    assert list(site.glob("desk_app/store/schema/*.sql"))
    subprocess.run(
        [programs / "kaikukanta-server", "--help"], check=True, cwd=tmp_path, capture_output=True
    )
