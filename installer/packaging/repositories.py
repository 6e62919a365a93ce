"""Repositories of package tools: one for apt, and a manifest for winget."""

import hashlib
import lzma
import shutil
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from installer.packaging.build_info import Stamp
from installer.packaging.paths import DIST, print_progress, run

_IDENTITY = "Kaikuluukku.Kaikuluukku"
_SCHEMA = "1.6.0"
_RELEASE = {
    "Origin": "Kaikuluukku",
    "Label": "Kaikuluukku",
    "Suite": "stable",
    "Codename": "stable",
    "Components": "main",
}
_WINGET = {
    "": 'PackageVersion: "{version}"\nDefaultLocale: en-GB\n',
    ".installer": """PackageVersion: "{version}"
InstallerType: nullsoft
Installers:
  - Architecture: x64
    Scope: machine
    InstallerUrl: "{address}/{file}"
    InstallerSha256: {digest}
    InstallerSwitches:
      Custom: /AllUsers
  - Architecture: x64
    Scope: user
    InstallerUrl: "{address}/{file}"
    InstallerSha256: {digest}
    InstallerSwitches:
      Custom: /CurrentUser
""",
    ".locale.en-GB": """PackageVersion: "{version}"
PackageLocale: en-GB
Publisher: The Kaikuluukku authors
PackageName: Kaikuluukku
License: EUPL-1.2
ShortDescription: Check Kaikukortti cards and record free tickets
""",
}
_KINDS = {"": "version", ".installer": "installer", ".locale.en-GB": "defaultLocale"}


def lay_out_apt(package: Path, stamp: Stamp) -> Path:
    """A repository with this package in it, to be signed and served; where it is.

    ``gpg --clearsign --output InRelease Release`` in ``dists/stable`` signs it.
    """
    print_progress("Laying out a repository for apt")
    repository = DIST / "apt"
    shutil.rmtree(repository, ignore_errors=True)
    architecture = package.stem.rpartition("_")[2]
    pool, listed = repository / "pool/main", repository / f"dists/stable/main/binary-{architecture}"
    pool.mkdir(parents=True)
    listed.mkdir(parents=True)
    shutil.copy(package, pool)
    packages = run("apt-ftparchive", "packages", "pool", folder=repository)
    (listed / "Packages").write_text(packages, encoding="utf-8")
    (listed / "Packages.xz").write_bytes(lzma.compress(packages.encode()))
    date = format_datetime(datetime.fromtimestamp(stamp.epoch, UTC), usegmt=True)
    fields = {**_RELEASE, "Architectures": architecture, "Date": date}
    release = run(
        "apt-ftparchive",
        *(f"-oAPT::FTPArchive::Release::{name}={value}" for name, value in fields.items()),
        "release", "dists/stable",
        folder=repository,
    )  # fmt: skip
    (repository / "dists/stable/Release").write_text(release, encoding="utf-8")
    return repository


def write_winget(package: Path, stamp: Stamp, address: str) -> Path:
    """The manifest's three files, for an installer that is served below ``address``."""
    folder = DIST / "winget"
    folder.mkdir(exist_ok=True)
    digest = hashlib.sha256(package.read_bytes()).hexdigest().upper()
    for part, text in _WINGET.items():
        filled = text.format(
            version=stamp.version, address=address, file=package.name, digest=digest
        )
        tail = f"ManifestType: {_KINDS[part]}\nManifestVersion: {_SCHEMA}\n"
        (folder / f"{_IDENTITY}{part}.yaml").write_text(
            f"PackageIdentifier: {_IDENTITY}\n{filled}{tail}", encoding="utf-8", newline="\n"
        )
    return folder
