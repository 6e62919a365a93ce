"""The files that a package is made of: what git tracks, and translations compiled of that."""

import shutil
from pathlib import Path

from installer.packaging.paths import BINARIES, GIT, ROOT, run


def copy_sources(to: Path) -> None:
    """Copy what git tracks, as it is now, into an empty folder: nothing else of the tree gets in.

    Raises ``BuildError`` outside a checkout.
    """
    shutil.rmtree(to, ignore_errors=True)
    tracked = run(*GIT, "ls-files", "-z").split("\0")
    for path in map(Path, filter(None, tracked)):
        if (ROOT / path).exists():  # one that was removed is gone, whether git has been told or not
            (to / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, to / path)


def compile_translations(sources: Path) -> None:
    """Compile the catalogues of a copy. Raises ``BuildError``."""
    for catalogue in sorted((sources / "resources/translations").glob("*.ts")):
        run(
            BINARIES / "pyside6-lrelease", "-silent", catalogue, "-qm", catalogue.with_suffix(".qm")
        )
