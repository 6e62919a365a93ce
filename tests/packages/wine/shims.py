"""Shims for what wine 10 lacks of a Windows 10, as far as the releases of NumPy and Qt need it.

``creal`` and its kin in ``ucrtbase.dll``, whose other functions are handed on to wine's own; and
``icuuc.dll``. Once wine brings them, they can go. And wine's own ``msvcr120.dll`` in the place of
that of Microsoft's redistributable, without wine's mark: PyInstaller packs nothing that carries it.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

_HERE = Path(__file__).parent
_COMPILE = (
    "x86_64-w64-mingw32-gcc", "-O2", "-shared", "-nostdlib", "-fno-builtin", "-Wl,--entry=0", "-o",
)  # fmt: skip
_WINES = Path("usr/lib/x86_64-linux-gnu/wine/x86_64-windows")
_WINES_OWN = "winecrt"
"""The name under which wine's own runtime is kept beside the one that stands before it."""
_BUILTIN = b"Wine builtin DLL"
"""The mark by which wine knows its own; under a new name it has to go."""
_UNMARKED = bytes(len(_BUILTIN))
OVERRIDES = "ucrtbase=n,b"

Run = Callable[..., str]


def make_shims(root: Path, run: Run) -> Path:
    """Compile them in the room; where they lie."""
    folder = root / "opt/shims"
    folder.mkdir(exist_ok=True)
    for source in _HERE.glob("*.c"):
        shutil.copy(source, folder)
    ours = set(re.findall(r"(\w+)\(complex_", (folder / "complex.c").read_text(encoding="ascii")))
    output = run("x86_64-w64-mingw32-objdump", "-p", f"/{_WINES}/ucrtbase.dll")
    names = re.findall(r"\+base\[ *\d+\] +[0-9a-f]{4} (\S+)", output)
    lines = [f'"{name}"' if name in ours else f'"{name}" = "{_WINES_OWN}.{name}"' for name in names]
    exports = "\n".join(["LIBRARY ucrtbase.dll", "EXPORTS", *lines, ""])
    (folder / "ucrtbase.def").write_text(exports, encoding="ascii")
    for made, *sources in (("ucrtbase.dll", "complex.c", "ucrtbase.def"), ("icuuc.dll", "icuuc.c")):
        run(*_COMPILE, f"/opt/shims/{made}", *(f"/opt/shims/{source}" for source in sources))
    for own, name in (("ucrtbase", _WINES_OWN), ("msvcr120", "msvcr120")):
        unmarked = (root / _WINES / f"{own}.dll").read_bytes().replace(_BUILTIN, _UNMARKED, 1)
        (folder / f"{name}.dll").write_bytes(unmarked)
    return folder


def put_shims(shims: Path, drive: Path) -> None:
    """Put them where a Windows has its own."""
    for made in shims.glob("*.dll"):
        place = drive / "windows/system32" / made.name
        place.unlink(missing_ok=True)  # it may be a link to wine's own
        shutil.copy(made, place)
