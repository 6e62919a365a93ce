"""The register's lock file has all that the register imports: its image holds nothing else."""

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
OTHERWISE_NAMED = {
    "PIL": "pillow",
    "argon2": "argon2-cffi",
    "pythonjsonlogger": "python-json-logger",
    "zxingcpp": "zxing-cpp",
}
"""Distributions that are not called as what is imported of them."""


def imported(folder: Path) -> set[str]:
    """The top packages that the modules of a folder import, Python's own and ours aside."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add((node.module or "").partition(".")[0])
    return found - sys.stdlib_module_names - {"sync", "resources"}


def test_the_registers_lock_file_has_all_that_it_imports() -> None:
    lock = (ROOT / "installer/requirements/register.txt").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([\w.-]+?)(?:\[\w+\])?==", lock, re.MULTILINE))
    used = imported(ROOT / "sync/server") | imported(ROOT / "sync/rules")
    wanted = {OTHERWISE_NAMED.get(name, name.replace("_", "-")) for name in used}
    assert wanted - locked == set()
