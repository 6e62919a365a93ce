"""Look over what the lock files bring in: ``make audit``, ``make audit ADVISORIES=FILE``.

Three questions: does a hash pin every file, does every package have a licence that goes with the
EUPL, and is a locked release known to be vulnerable. The last is answered from a set of advisories
in a file, so that it works without a network: a zip archive of OSV documents, as osv.dev publishes
one for PyPI, or a JSON file with one document or a list of them (https://ossf.github.io/osv-schema).
Exits with 1 where something was found.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

FOLDER = Path(__file__).resolve().parent / "requirements"
LOCKS = ("run.txt", "dev.txt", "build.txt", "uv.txt")

_CLEARED = re.compile(
    r"\b(MIT|MIT-0|MIT-CMU|HPND|BSD|0BSD|Apache|ISC|Zlib|PSF|Python Software Foundation|MPL"
    r"|Mozilla|LGPL|Lesser|EUPL|CC0|Unlicense|Unicode|OFL)\b",
    re.IGNORECASE,
)
"""Licences under which a part may be used beside the EUPL-1.2, by the words that packages use."""
_UNSAID = {"axe-playwright-python": "MIT", "sqlcipher3": "Zlib"}
"""Licences that a package keeps in its source, and does not name in its metadata."""
_BUILD_TOOLS = frozenset({"pyinstaller", "pyinstaller-hooks-contrib"})
"""GPL-2.0 with an exception for what they pack; they are not handed on themselves."""


@dataclass(frozen=True, slots=True)
class Locked:
    """A release that a lock pins, and how many hashes pin its files."""

    lock: str
    name: str
    version: str
    hashes: int


def locked(lock: str, text: str) -> Iterator[Locked]:
    """Each release of a lock file. Raises ``ValueError`` for a line that pins none."""
    for entry in re.split(r"(?<!\\)\n", text):
        line = entry.replace("\\\n", " ").partition("#")[0].strip()
        if not line:
            continue
        spoken, *hashes = line.split("--hash=")
        requirement = Requirement(spoken.strip())
        pins = [each.version for each in requirement.specifier if each.operator == "=="]
        if len(pins) != 1:
            raise ValueError(f"{lock}: {requirement.name} is not pinned to one release")
        yield Locked(lock, canonicalize_name(requirement.name), pins[0], len(hashes))


def licence_of(name: str) -> str | None:
    """What an installed package says of its licence; ``None`` where it is not installed here."""
    try:
        package = metadata(name)
    except PackageNotFoundError:
        return None
    expressions = package.get_all("License-Expression") or []
    classifiers = [each for each in package.get_all("Classifier") or [] if "License" in each]
    texts = [each.partition("\n")[0] for each in package.get_all("License") or []]
    named = " ".join([*expressions, *classifiers] or texts)
    return named or _UNSAID.get(name, "")


def advisories(path: Path) -> Iterator[Mapping[str, Any]]:
    """The documents of a set. Raises ``OSError`` or ``ValueError`` for what is none."""
    if path.suffix == ".zip":
        with ZipFile(path) as archive:
            for name in archive.namelist():
                yield json.loads(archive.read(name))
        return
    content = json.loads(path.read_text(encoding="utf-8"))
    yield from content if isinstance(content, list) else [content]


def is_affected(version: str, affected: Mapping[str, Any]) -> bool:
    """Whether a release is among those that an OSV ``affected`` entry names."""
    if version in affected.get("versions", ()):
        return True
    return any(
        _is_within(version, each.get("events", ()))
        for each in affected.get("ranges", ())
        if each.get("type") == "ECOSYSTEM"
    )


def _is_within(version: str, events: Iterable[Mapping[str, str]]) -> bool:
    """By the rule of the OSV schema: events in order, the last one at or before decides."""
    mine, inside = Version(version), False
    for event in sorted(events, key=_place):
        at = _place(event)
        if "introduced" in event and at <= mine:
            inside = True
        elif ("fixed" in event and at <= mine) or ("last_affected" in event and at < mine):
            inside = False
    return inside


def _place(event: Mapping[str, str]) -> Version:
    (value,) = event.values()
    try:
        return Version(value)
    except InvalidVersion:
        return Version("0")


def vulnerable(
    releases: Iterable[Locked], advisories_given: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[Locked, str]]:
    """Each locked release that an advisory names, with the advisory's id."""
    by_name: dict[str, list[Locked]] = {}
    for release in releases:
        by_name.setdefault(release.name, []).append(release)
    for document in advisories_given:
        if document.get("withdrawn"):
            continue
        for affected in document.get("affected", ()):
            package = affected.get("package", {})
            if package.get("ecosystem") != "PyPI":
                continue
            for release in by_name.get(canonicalize_name(package.get("name", "")), ()):
                if is_affected(release.version, affected):
                    yield release, str(document.get("id"))


def findings(
    releases: list[Locked], advisories_given: Iterable[Mapping[str, Any]]
) -> Iterator[str]:
    """Everything that is wrong, a line each."""
    for release in releases:
        if release.hashes == 0:
            yield f"{release.lock}: {release.name} {release.version} is pinned by no hash"
    for name in sorted({release.name for release in releases} - _BUILD_TOOLS):
        licence = licence_of(name)
        if licence is not None and not _CLEARED.search(licence):
            yield f"{name}: the licence {licence!r} has not been cleared"
    for release, advisory in vulnerable(releases, advisories_given):
        yield f"{release.lock}: {release.name} {release.version} is affected by {advisory}"


def main() -> int:
    """Do what is typed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--advisories", type=Path, help="a set of OSV documents: .zip or .json")
    typed = parser.parse_args()
    releases = [
        release
        for lock in LOCKS
        for release in locked(lock, (FOLDER / lock).read_text(encoding="utf-8"))
    ]
    advisories_given = advisories(typed.advisories) if typed.advisories else ()
    found = list(findings(releases, advisories_given))
    elsewhere = sorted({each.name for each in releases if licence_of(each.name) is None})
    print(f"{len(releases)} pinned releases looked at")
    if elsewhere:
        print(f"not installed here, licence not looked at: {', '.join(elsewhere)}")
    if typed.advisories is None:
        print("known vulnerabilities were not looked for: no ADVISORIES=FILE was given")
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
