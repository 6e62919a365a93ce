"""Build information. A packaged build carries its commit, and the key that verifies its updates."""

import base64
import sys
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict


class Build(BaseModel):
    """This build. ``release_key`` is a raw Ed25519 key in base 64, ``releases`` an address."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    version: str
    commit: str | None = None
    release_key: str | None = None
    releases: str | None = None

    @property
    def key(self) -> bytes | None:
        """The key by which a list of releases is verified."""
        return base64.b64decode(self.release_key) if self.release_key else None


@cache
def this_build() -> Build:
    """The build that runs."""
    stamp = files("resources") / "build.json"
    if not stamp.is_file():
        return Build(version=version("kaikuluukku"))
    return Build.model_validate_json(stamp.read_text(encoding="utf-8"))


def this_program() -> list[str]:
    """The command line that starts this program again; arguments are appended."""
    executable = Path(sys.executable)
    if sys.platform == "win32":  # pythonw and kaikuluukkuw have no console, and answer nobody
        executable = executable.with_stem(executable.stem.removesuffix("w"))
    if getattr(sys, "frozen", False):  # packed: no Python to name a module to
        return [str(executable)]
    # Safe (-P): files in the current folder are no part of the program.
    return [str(executable), "-P", "-m", "desk_app"]
