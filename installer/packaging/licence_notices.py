"""Licence notices of what is packed: each licence, the LGPL's demands, and a list of parts."""

import json
import platform
import re
import shutil
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path

from installer.packaging.paths import (
    BINARIES,
    BUILD,
    INSTALLER,
    PYTHON,
    REQUIREMENTS,
    ROOT,
    BuildError,
    run,
)

LICENCES = BUILD / "licences"
_STARTER = "pyinstaller"
_LICENCE_NAMES = ("licen", "copying", "notice", "authors")
_NOTICE = """Kaikuluukku {version} is licensed under the European Union Public Licence 1.2
(EUPL-1.2.txt).

It contains Qt and PySide6 (https://www.qt.io, https://pyside.org), the zbar library
(https://zbar.sourceforge.net) and python-zeroconf (https://github.com/python-zeroconf), which are
used under the GNU Lesser General Public Licence: Qt and PySide6 under version 3, zbar and zeroconf
under version 2.1 or later. They lie beside the program as separate shared libraries and modules,
their code unchanged; you may put modified, compatible ones in their place, and may examine this
program as far as that takes. Their sources are published by their makers under the versions named
in sbom.json; on request the makers of this package hand them out for three years.

Qt's package brings ICU along (https://icu.unicode.org; ICU.txt), and OpenCV's the libraries of
FFmpeg (https://ffmpeg.org), which are used under the GNU Lesser General Public Licence, version 2.1
or later, in the same way.

Each other part lies here with its licence, in a folder of its own name.
"""


def gather_licences(version: str) -> None:
    """Lay out licences and the list of parts (CycloneDX). Raises ``BuildError``."""
    shutil.rmtree(LICENCES, ignore_errors=True)
    LICENCES.mkdir(parents=True)
    (LICENCES / "README.txt").write_text(_NOTICE.format(version=version), encoding="utf-8")
    shutil.copy(ROOT / "LICENSE", LICENCES / "EUPL-1.2.txt")
    for text in sorted((INSTALLER / "licences").glob("*.txt")):
        shutil.copy(text, LICENCES)
    packed = _packed()
    for found in distributions(path=[_site_packages()]):
        name = _canonical(found.name)
        if name in packed or name == _STARTER:
            _copy_licences(found, LICENCES / found.name)
    (LICENCES / "Python").mkdir()
    shutil.copy(_licence_of_python(), LICENCES / "Python")
    listed = LICENCES.parent / "packed.txt"
    listed.write_text("\n".join(packed.values()) + "\n", encoding="utf-8")
    sbom = LICENCES / "sbom.json"
    run(
        BINARIES / "cyclonedx-py", "requirements", listed,
        "--pyproject", ROOT / "pyproject.toml", "--output-reproducible",
        "--output-format", "JSON", "--output-file", sbom,
    )  # fmt: skip
    document = json.loads(sbom.read_text(encoding="utf-8"))
    document["components"].append(
        {"type": "framework", "bom-ref": "python", "name": "python",
         "version": platform.python_version()}
    )  # fmt: skip
    sbom.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def _packed() -> dict[str, str]:
    """What the lock says of each distribution that is here: others are for other systems."""
    here = {(_canonical(one.name), one.version) for one in distributions(path=[_site_packages()])}
    entries = re.split(r"\n(?=\S)", (REQUIREMENTS / "run.txt").read_text(encoding="utf-8"))
    pins = [(entry, re.match(r"([\w.-]+)[^=]*==(\S+)", entry)) for entry in entries]
    return {
        _canonical(pin[1]): entry
        for entry, pin in pins
        if pin is not None and (_canonical(pin[1]), pin[2]) in here
    }


def _licence_of_python() -> Path:
    places = [Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)]
    for text in (place / "LICENSE.txt" for place in places):
        if text.exists():
            return text
    raise BuildError(f"Python's own licence lies in none of: {' '.join(map(str, places))}")


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
