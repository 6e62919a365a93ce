"""The papers of what is packed: each part's licence, the LGPL's demands, and a list of parts."""

import re
import shutil
from importlib.metadata import Distribution, distributions
from pathlib import Path

from installer.packing.places import BINARIES, BUILD, INSTALLER, PYTHON, REQUIREMENTS, ROOT, run

PAPERS = BUILD / "papers"
_LICENCE_NAMES = ("licen", "copying", "notice", "authors")
_NOTICE = """Kaikuluukku {version} is licensed under the European Union Public Licence 1.2
(EUPL-1.2.txt).

It contains Qt and PySide6 (https://www.qt.io, https://pyside.org) and the zbar library
(https://zbar.sourceforge.net), which are used under the GNU Lesser General Public Licence: Qt and
PySide6 under version 3, zbar under version 2.1 or later. They lie beside the program as separate
shared libraries, unchanged; you may put modified, compatible ones in their place, and may examine
this program as far as that takes. Their sources are published by their makers under the versions
named in sbom.json; on request the makers of this package hand them out for three years.

Each other part lies here with its licence, in a folder of its own name.
"""


def gather_papers(version: str) -> None:
    """Lay out licences and the list of parts (CycloneDX). Raises ``BuildError``."""
    shutil.rmtree(PAPERS, ignore_errors=True)
    PAPERS.mkdir(parents=True)
    (PAPERS / "README.txt").write_text(_NOTICE.format(version=version), encoding="utf-8")
    shutil.copy(ROOT / "LICENSE", PAPERS / "EUPL-1.2.txt")
    for text in sorted((INSTALLER / "licences").glob("*.txt")):
        shutil.copy(text, PAPERS)
    packed = set(_packed_names())
    for found in distributions(path=[_site_packages()]):
        if _canonical(found.name) in packed:
            _copy_licences(found, PAPERS / found.name)
    run(
        BINARIES / "cyclonedx-py", "requirements", REQUIREMENTS / "run.txt",
        "--pyproject", ROOT / "pyproject.toml", "--output-reproducible",
        "--output-format", "JSON", "--output-file", PAPERS / "sbom.json",
    )  # fmt: skip


def _packed_names() -> list[str]:
    text = (REQUIREMENTS / "run.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line[:1].isalnum()]
    return [_canonical(line.split("==")[0].split("[")[0]) for line in lines]


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _site_packages() -> str:
    return run(PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()


def _copy_licences(found: Distribution, folder: Path) -> None:
    for file in found.files or ():
        named_so = any(word in Path(file).name.lower() for word in _LICENCE_NAMES)
        if named_so and ".dist-info" in str(file) and Path(str(file.locate())).is_file():
            folder.mkdir(exist_ok=True)
            shutil.copy(str(file.locate()), folder / Path(file).name)
