"""The Debian package: the frozen tree under ``/usr/lib``, and what a desktop expects beside it."""

import gzip
import shutil
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from installer.packaging.build_info import Stamp
from installer.packaging.paths import BUILD, DIST, INSTALLER, ROOT, TREE, print_progress, run

_APP = "fi.kaikuluukku.Kaikuluukku"
_FILES = INSTALLER / "linux"
_ROOM = BUILD / "deb"

_LOADED_BY_NAME = "libzbar0"
"""What Python code loads without being linked to it: no tool can see that."""

_SOURCE = "Source: kaikuluukku\n\nPackage: kaikuluukku\nArchitecture: any\n"
"""As much of a source package as ``dpkg-shlibdeps`` wants to see."""
_CONTROL = """Package: kaikuluukku
Version: {version}
Architecture: {architecture}
Maintainer: The Kaikuluukku authors <kaikuluukku@kaikuluukku.fi>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: gnome-keyring | keepassxc | kwalletmanager
Section: misc
Priority: optional
Homepage: https://www.kaikukortti.fi/
Description: ticket desk for the Kaikukortti
 Box offices, museums, swimming halls and adult-education centres check
 Kaikukortti cards with it and record the free tickets given on them.
 .
 It works with or without a network: what was recorded offline reaches the
 register by itself, exactly once. The window speaks Finnish, Swedish and
 English.
"""


def build_deb(stamp: Stamp) -> Path:
    """Make the package; where it is. Raises ``BuildError``."""
    print_progress("Wrapping it for Debian and Ubuntu")
    shutil.rmtree(_ROOM, ignore_errors=True)
    shutil.copytree(TREE, _ROOM / "usr/lib/kaikuluukku", symlinks=True)
    _lay_out(stamp)
    architecture = run("dpkg", "--print-architecture").strip()
    _write_control(stamp, architecture)
    DIST.mkdir(exist_ok=True)
    package = DIST / f"kaikuluukku_{stamp.version}_{architecture}.deb"
    run(
        "dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", _ROOM, package,
        environment={"SOURCE_DATE_EPOCH": str(stamp.epoch)},
    )  # fmt: skip
    return package


def _lay_out(stamp: Stamp) -> None:
    share = _ROOM / "usr/share"
    documents = share / "doc/kaikuluukku"
    shutil.move(_ROOM / "usr/lib/kaikuluukku/_internal/licences", documents)
    (_ROOM / "usr/lib/kaikuluukku/_internal/licences").symlink_to("/usr/share/doc/kaikuluukku")
    _place(_FILES / "copyright", documents / "copyright", stamp)
    shutil.copy(ROOT / "CHANGELOG.md", documents / "NEWS.md")
    _press(_filled(_FILES / "changelog", stamp), documents / "changelog.gz")
    _place(_FILES / f"{_APP}.desktop", share / f"applications/{_APP}.desktop", stamp)
    _place(_FILES / f"{_APP}.metainfo.xml", share / f"metainfo/{_APP}.metainfo.xml", stamp)
    icon = share / f"icons/hicolor/scalable/apps/{_APP}.svg"
    icon.parent.mkdir(parents=True)
    shutil.copy(ROOT / "resources/brand/kaikuluukku.svg", icon)
    manual = _filled(_FILES / "kaikuluukku.1", stamp)
    (share / "man/man1").mkdir(parents=True)
    _press(manual, share / "man/man1/kaikuluukku.1.gz")
    _place(_FILES / "lintian-overrides", share / "lintian/overrides/kaikuluukku", stamp)
    (_ROOM / "usr/bin").mkdir(parents=True)
    (_ROOM / "usr/bin/kaikuluukku").symlink_to("../lib/kaikuluukku/kaikuluukku")
    for path in _ROOM.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or (path.parent.name, path.name) == ("kaikuluukku", "kaikuluukku")
        path.chmod(0o755 if runs else 0o644)


def _depends() -> str:
    """What the tree loads from the system, by ``dpkg-shlibdeps``. Raises ``BuildError``."""
    tree = _ROOM / "usr/lib/kaikuluukku"
    programs = [
        path
        for path in sorted(tree.rglob("*"))
        if path.is_file() and not path.is_symlink() and path.open("rb").read(4) == b"\x7fELF"
    ]
    own = {path.parent for path in programs}
    folder = BUILD / "shlibdeps"
    (folder / "debian").mkdir(parents=True, exist_ok=True)
    (folder / "debian/control").write_text(_SOURCE, encoding="utf-8")
    output = run(
        "dpkg-shlibdeps", "-O", "--ignore-missing-info", f"-S{_ROOM}",
        *(f"-l{place}" for place in sorted(own)), *programs,
        folder=folder,
    )  # fmt: skip
    found = next(line for line in output.splitlines() if line.startswith("shlibs:Depends="))
    return ", ".join(sorted([*found.partition("=")[2].split(", "), _LOADED_BY_NAME]))


def _filled(template: Path, stamp: Stamp) -> str:
    text = template.read_text(encoding="utf-8")
    text = text.replace("@VERSION@", stamp.version).replace("@DATE@", stamp.committed_at[:10])
    moment = datetime.fromtimestamp(stamp.epoch, UTC)
    return text.replace("@MOMENT@", format_datetime(moment))


def _place(template: Path, to: Path, stamp: Stamp) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(_filled(template, stamp), encoding="utf-8")


def _press(text: str, to: Path) -> None:
    to.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _write_control(stamp: Stamp, architecture: str) -> None:
    control = _ROOM / "DEBIAN"
    control.mkdir()
    size = sum(path.lstat().st_size for path in (_ROOM / "usr").rglob("*")) // 1024
    text = _CONTROL.format(
        version=stamp.version, architecture=architecture, kilobytes=size, depends=_depends()
    )
    (control / "control").write_text(text, encoding="utf-8")
    for name in ("postrm",):
        _place(_FILES / name, control / name, stamp)
        (control / name).chmod(0o755)
