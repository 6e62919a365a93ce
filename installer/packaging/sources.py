"""The files that a package is made of: what git tracks, and the compiled translations."""

import shutil
from pathlib import Path

from installer.packaging.paths import GIT, ROOT, run


def copy_sources(to: Path) -> None:
    """Copy them as they are now into an empty folder, so that nothing else of the tree gets in.

    Raises ``BuildError`` outside a checkout.
    """
    shutil.rmtree(to, ignore_errors=True)
    tracked = run(*GIT, "ls-files", "-z").split("\0")
    compiled = (path.relative_to(ROOT) for path in (ROOT / "resources/translations").glob("*.qm"))
    for path in (*map(Path, filter(None, tracked)), *compiled):
        if (ROOT / path).exists():  # one that was removed is gone, whether git has been told or not
            (to / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, to / path)
