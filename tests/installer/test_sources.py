"""A package is made of what git tracks and what the build makes, whatever else lies in the tree."""

import subprocess
from pathlib import Path

from installer.packaging.paths import ROOT
from installer.packaging.sources import copy_sources


def test_nothing_that_lies_about_in_the_tree_is_packed(tmp_path: Path) -> None:
    left = ROOT / "resources" / "left-behind.txt"
    left.write_text("by a demo", encoding="utf-8")
    try:
        copy_sources(tmp_path / "source")
    finally:
        left.unlink()
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    tracked = {name for name in listed if name and (ROOT / name).exists()}
    packed = {
        path.relative_to(tmp_path / "source").as_posix()
        for path in (tmp_path / "source").rglob("*")
        if path.is_file()
    }
    assert packed == tracked
