"""The source of a build. The same commit makes the same stamp, whenever it is built."""

import json
import tomllib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from installer.packaging.paths import GIT, ROOT, run


@dataclass(frozen=True, slots=True)
class Stamp:
    """Version, commit and the commit's own moment; ``changed`` where files differ from it.

    ``releases`` is where the program looks for new versions, and ``release_key`` how it knows them.
    """

    version: str
    commit: str
    committed_at: str
    changed: bool
    release_key: str | None = None
    releases: str | None = None

    @property
    def epoch(self) -> int:
        """Seconds since 1970, for tools that take ``SOURCE_DATE_EPOCH``."""
        return int(datetime.fromisoformat(self.committed_at).timestamp())

    def write(self, path: Path) -> None:
        """Leave it where the program looks for it."""
        path.write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")


def read_stamp(release_key: str | None = None, releases: str | None = None) -> Stamp:
    """The stamp of this checkout. Raises ``BuildError`` outside one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    moment = datetime.fromtimestamp(int(run(*GIT, "log", "-1", "--format=%ct")), UTC)
    return Stamp(
        version=project["version"],
        commit=run(*GIT, "rev-parse", "HEAD").strip(),
        committed_at=f"{moment:%Y-%m-%dT%H:%M:%SZ}",
        changed=bool(run(*GIT, "status", "--porcelain", "--untracked-files=no").strip()),
        release_key=release_key,
        releases=releases,
    )
