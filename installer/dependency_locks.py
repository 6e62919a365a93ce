"""Write the lock files of ``installer/requirements`` anew: ``make lock``, ``make upgrade``.

Every distribution is pinned, with the hashes of all its files, for every system and every Python
that the program supports. A lock names no registry: whichever one a machine is set up to use, the
hashes say whether it served the right files.
"""

import argparse
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path("installer", "requirements")
HEADER = "# Made by `make lock` from pyproject.toml; not edited by hand.\n"
FOR_THE_REGISTER_TOO = {
    "cryptography",
    "numpy",
    "pillow",
    "pydantic",
    "requests",
    "SQLAlchemy",
    "tzdata",
    "xlsxwriter",
    "zxing-cpp",
}
"""What the register runs on of the desk's own requirements."""
PLACE = re.compile(r"://|file:|\s@\s|(?<![\w.])/\w")
"""An address or a path: something that only one machine knows."""


def compile_lock(name: str, sources: list[str], extra: list[str], wanted: str = "") -> None:
    """Resolve ``sources`` (and the requirements in ``wanted``, one a line) into a lock file.

    Raises ``subprocess.CalledProcessError`` where uv finds no answer.
    """
    lock = FOLDER / name
    command = ["uv", "pip", "compile", *sources, *extra, "--universal", "--python-version=3.11"]
    command += ["--generate-hashes", "--no-strip-extras"]  # older pips pin only what is named so
    command += ["--no-emit-index-url", "--no-emit-find-links"]
    command += [
        "--no-annotate",
        "--no-header",
        "--no-config",
        "--quiet",
        "--output-file",
        str(lock),
    ]
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    subprocess.run(  # noqa: S603 - the arguments are this file's own
        command,
        check=True,
        cwd=ROOT,
        input=wanted,
        text=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PATH": paths},
    )
    written = (ROOT / lock).read_text(encoding="utf-8")
    if place := PLACE.search(written):
        raise SystemExit(f"{lock} names a place of this machine: {place.group()!r}")
    (ROOT / lock).write_text(HEADER + written, encoding="utf-8", newline="\n")


def main() -> None:
    """Lock what the program runs on, what its developers work with, uv and the mutation tool."""
    arguments = argparse.ArgumentParser(description="Write the lock files anew.")
    arguments.add_argument("--upgrade", action="store_true", help="take the newest releases")
    extra = ["--upgrade"] if arguments.parse_args().upgrade else []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    backend = "\n".join(project["build-system"]["requires"])
    compile_lock("run.txt", ["pyproject.toml"], extra)
    same_releases = [*extra, f"--constraint={FOLDER / 'run.txt'}"]
    compile_lock("dev.txt", ["pyproject.toml", "-"], [*same_releases, "--extra=dev"], backend)
    compile_lock("build.txt", ["pyproject.toml", "-"], [*same_releases, "--extra=build"], backend)
    register = project["project"]["optional-dependencies"]["server"] + [
        wanted
        for wanted in project["project"]["dependencies"]
        if wanted.partition(">")[0] in FOR_THE_REGISTER_TOO
    ]
    as_tested = [*extra, f"--constraint={FOLDER / 'dev.txt'}"]
    compile_lock("register.txt", ["-"], as_tested, "\n".join(register))
    compile_lock("uv.txt", ["-"], extra, "uv")
    compile_lock("mutants.txt", ["-"], extra, "cosmic-ray")


if __name__ == "__main__":
    main()
