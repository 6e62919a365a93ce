"""What the workflows use does not change without a commit of ours."""

import re
from pathlib import Path

import pytest

WORKFLOWS = sorted((Path(__file__).resolve().parent.parent / ".github" / "workflows").glob("*.yml"))
USED = re.compile(r"^\s*- uses: (.+)$", re.MULTILINE)
PINNED = re.compile(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
NEWEST = re.compile(r"\b(?:windows|macos|ubuntu)-latest\b")


def test_there_are_workflows() -> None:
    assert WORKFLOWS


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_each_action_is_pinned_by_the_hash_of_its_commit(workflow: Path) -> None:
    used = USED.findall(workflow.read_text("utf-8"))
    assert used
    assert [action for action in used if not PINNED.fullmatch(action)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_each_system_is_named_with_its_version(workflow: Path) -> None:
    assert NEWEST.findall(workflow.read_text("utf-8")) == []
