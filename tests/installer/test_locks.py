import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
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
    entry = re.compile(
        r"[a-z0-9-]+(\[[a-z0-9,-]+\])?==[^ ]+( ; [^#@]+?)? +(--hash=sha256:[0-9a-f]{64} *)+"
    )
    assert [line for line in entries(lock) if not entry.fullmatch(line)] == []


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    texts = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for extra in project["project"]["optional-dependencies"].values():
        texts += extra
    locked = {
        (canonicalize_name(name), release.partition(" ;")[0])
        for name, _, release in (
            re.sub(r"\[.*?\]", "", entry).partition("==")
            for entry in releases("dev.txt") | releases("build.txt")
        )
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


@pytest.mark.parametrize("lock", ["dev.txt", "build.txt"])
def test_developers_and_packages_run_the_very_releases_that_desks_run(lock: str) -> None:
    def plain(name: str) -> set[str]:  # where a marker says less, it is installed in more places
        return {each.partition(" ;")[0] for each in releases(name)}

    assert sorted(plain("run.txt") - plain(lock)) == []


def test_a_lock_names_the_extras_that_its_distributions_ask_of_each_other() -> None:
    """Older pips pin ``coverage`` and then look for the newest ``coverage[toml]`` beside it."""
    pinned = {Requirement(release.partition(" ;")[0]) for release in releases("dev.txt")}
    named = {canonicalize_name(one.name): one.extras for one in pinned}
    here = [one for one in pinned if is_installed(one.name)]
    asked = [Requirement(text) for one in here for text in requires(one.name) or []]
    assert [
        str(wanted)
        for wanted in asked
        if wanted.extras
        and (wanted.marker is None or wanted.marker.evaluate({"extra": ""}))
        and not wanted.extras <= named.get(canonicalize_name(wanted.name), set())
    ] == []


def is_installed(name: str) -> bool:
    try:
        requires(name)
    except PackageNotFoundError:  # locked for another system
        return False
    return True
