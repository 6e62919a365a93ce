"""What the look over the locked dependencies finds, in locks and advisories made up here."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from installer.dependency_audit import advisories, findings, licence_of, locked, vulnerable

HASH = "--hash=sha256:" + "0" * 64
LOCK = f"""# made by hand
pillow==12.0.0 ; sys_platform != 'os2' \\
    {HASH} \\
    {HASH}
requests==2.32.5 \\
    {HASH}
"""


def advisory(*events: dict[str, str], name: str = "Pillow", **more: object) -> dict[str, Any]:
    affected = {
        "package": {"ecosystem": "PyPI", "name": name},
        "ranges": [{"type": "ECOSYSTEM", "events": list(events)}],
    }
    return {"id": "PYSEC-0000-1", "affected": [affected], **more}


def named(*documents: dict[str, Any]) -> list[str]:
    return [
        f"{release.name}: {id_}" for release, id_ in vulnerable(locked("run.txt", LOCK), documents)
    ]


def test_a_lock_is_read_with_its_releases_and_hashes() -> None:
    releases = [(each.name, each.version, each.hashes) for each in locked("run.txt", LOCK)]
    assert releases == [("pillow", "12.0.0", 2), ("requests", "2.32.5", 1)]


def test_a_line_that_pins_no_release_is_refused() -> None:
    with pytest.raises(ValueError, match="pillow is not pinned"):
        list(locked("run.txt", "pillow>=12"))


@pytest.mark.parametrize(
    "events",
    [
        [{"introduced": "0"}],
        [{"introduced": "0"}, {"fixed": "12.0.1"}],
        [{"introduced": "12.0.0"}, {"fixed": "12.1"}],
        [{"introduced": "0"}, {"last_affected": "12.0.0"}],
        [{"introduced": "0"}, {"fixed": "9.0"}, {"introduced": "11.3"}, {"fixed": "12.0.1"}],
        [{"fixed": "12.0.1"}, {"introduced": "0"}],
    ],
)
def test_a_release_within_an_advisorys_range_is_affected(events: list[dict[str, str]]) -> None:
    assert named(advisory(*events)) == ["pillow: PYSEC-0000-1"]


@pytest.mark.parametrize(
    "events",
    [
        [{"introduced": "0"}, {"fixed": "12.0.0"}],
        [{"introduced": "12.0.1"}],
        [{"introduced": "0"}, {"last_affected": "11.9"}],
        [{"introduced": "0"}, {"fixed": "9.0"}, {"introduced": "12.1"}],
    ],
)
def test_a_release_outside_an_advisorys_range_is_not(events: list[dict[str, str]]) -> None:
    assert named(advisory(*events)) == []


def test_a_release_that_is_named_one_by_one_is_affected() -> None:
    documents = advisory()
    documents["affected"][0]["versions"] = ["12.0.0"]
    assert named(documents) == ["pillow: PYSEC-0000-1"]


def test_a_withdrawn_advisory_names_nobody() -> None:
    assert named(advisory({"introduced": "0"}, withdrawn="2026-01-01T00:00:00Z")) == []


def test_a_package_of_another_ecosystem_is_another_package() -> None:
    documents = advisory({"introduced": "0"})
    documents["affected"][0]["package"]["ecosystem"] = "npm"
    assert named(documents) == []


def test_a_set_is_read_from_an_archive_and_from_a_list(tmp_path: Path) -> None:
    documents = [advisory({"introduced": "0"}), advisory({"introduced": "0"}, name="requests")]
    listed, packed = tmp_path / "set.json", tmp_path / "set.zip"
    listed.write_text(json.dumps(documents), encoding="utf-8")
    with ZipFile(packed, "w") as archive:
        for number, each in enumerate(documents):
            archive.writestr(f"{number}.json", json.dumps(each))

    assert list(advisories(listed)) == documents
    assert list(advisories(packed)) == documents


def test_a_release_without_a_hash_is_found() -> None:
    assert list(findings(list(locked("run.txt", "requests==2.32.5")), ())) == [
        "run.txt: requests 2.32.5 is pinned by no hash"
    ]


def test_a_package_that_is_not_here_says_nothing_of_its_licence() -> None:
    assert licence_of("no-such-package-anywhere") is None


def test_the_licences_and_hashes_of_this_projects_locks_are_in_order() -> None:
    folder = Path(__file__).resolve().parents[2] / "installer" / "requirements"
    releases = [
        release
        for lock in ("run.txt", "dev.txt")
        for release in locked(lock, (folder / lock).read_text(encoding="utf-8"))
    ]
    assert list(findings(releases, ())) == []
