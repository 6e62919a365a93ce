import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent.parent
LOCKS = sorted((ROOT / "installer" / "requirements").glob("*.txt"))


def entries(lock: Path) -> list[str]:
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if not line.startswith("#")]


def releases(name: str) -> set[str]:
    lines = entries(ROOT / "installer" / "requirements" / name)
    return {line.partition(" --hash")[0].strip() for line in lines}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_entry_of_a_lock_is_one_release_with_hashes(lock: Path) -> None:
    entry = re.compile(r"[a-z0-9-]+==[^ ]+( ; [^#@]+?)? +(--hash=sha256:[0-9a-f]{64} *)+")
    assert [line for line in entries(lock) if not entry.fullmatch(line)] == []


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    texts = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for extra in project["project"]["optional-dependencies"].values():
        texts += extra
    locked = {
        (canonicalize_name(name), release.partition(" ;")[0])
        for name, _, release in (entry.partition("==") for entry in releases("dev.txt"))
    }
    asked = [Requirement(text) for text in texts if not text.startswith("kaikuluukku[")]
    assert [
        str(wanted)
        for wanted in asked
        if not any(
            name == canonicalize_name(wanted.name) and wanted.specifier.contains(release)
            for name, release in locked
        )
    ] == []


def test_developers_run_the_very_releases_that_desks_run() -> None:
    assert sorted(releases("run.txt") - releases("dev.txt")) == []
