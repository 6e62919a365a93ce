"""The build's own environment: the desk's pinned distributions and the packer, nothing else.

OpenCV and NumPy come as wheels that bundle video codecs and two copies of OpenBLAS, 150 MB of
them, which a ticket window never calls. On Linux both are built from their own pinned sources
without them: seven minutes once, then kept.
"""

import hashlib
import os
import re
import shutil
import sys
import sysconfig
from pathlib import Path

from installer.packing.places import (
    BINARIES,
    PYTHON,
    REQUIREMENTS,
    ROOT,
    VENV,
    BuildError,
    run,
    say,
)

_LOCK = REQUIREMENTS / "build.txt"
_MODULES = "core,imgproc,imgcodecs,videoio,features,calib,python3"
"""What the decoder and the camera call; the last two only since the type stubs speak of them."""
_WITHOUT = [
    "FFMPEG", "GSTREAMER", "LAPACK", "IPP", "AVIF", "OPENEXR", "OPENCL", "PROTOBUF", "ITT", "TIFF",
    "OPENJPEG", "JASPER", "1394",
]  # fmt: skip
_OPENCV = [
    f"-DBUILD_LIST={_MODULES}",
    *(f"-DWITH_{part}=OFF" for part in _WITHOUT),
    "-DCPU_DISPATCH=AVX2",
    "-DBUILD_TESTS=OFF",
    "-DBUILD_PERF_TESTS=OFF",
]
_NUMPY = ["allow-noblas=true", "blas=none", "lapack=none", "cpu-dispatch=none"]
_LEAN = {
    "opencv-python-headless": ({"CMAKE_ARGS": " ".join(_OPENCV), "ENABLE_HEADLESS": "1"}, ()),
    "numpy": ({}, tuple(f"--config-settings=setup-args=-D{option}" for option in _NUMPY)),
}
"""What is built from its sources, in which environment, with what said to pip."""
_PIP = ("-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check")


def prepare_environment() -> None:
    """Make the environment anew, so that nothing of an earlier build gets in.

    Raises ``BuildError``.
    """
    say("Installing what is packed, and the packer")
    shutil.rmtree(VENV, ignore_errors=True)
    run(sys.executable, "-m", "venv", VENV)
    run(
        PYTHON, *_PIP, "install", "--require-hashes", "--only-binary", ":all:",
        "--requirement", _LOCK,
    )  # fmt: skip
    if sys.platform == "linux":
        wheels = [_lean_wheel(name) for name in _LEAN]
        run(PYTHON, *_PIP, "install", "--no-index", "--no-deps", "--force-reinstall", *wheels)


def install_program(wheel: Path) -> None:
    """Put the program into the environment, in the place of an earlier one."""
    run(PYTHON, *_PIP, "install", "--no-index", "--no-deps", "--force-reinstall", wheel)


def _lean_wheel(name: str) -> Path:
    """A wheel of ``_LEAN``, built unless it was before from the same sources and options."""
    pin = _pin(name)
    environment, options = _LEAN[name]
    made_from = repr((pin, sorted(environment.items()), options, sys.version))
    made_from += sysconfig.get_platform()
    folder = ROOT / "build" / "wheels" / hashlib.sha256(made_from.encode()).hexdigest()[:16]
    kept = next(iter(folder.glob("*.whl")), None)
    if kept is not None:
        return kept
    if not shutil.which("g++"):
        raise BuildError("A C++ compiler is needed. Type: sudo apt-get install g++")
    say(f"Building {name} without what is not called (some minutes, once)")
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder / "source.txt"
    listed.write_text(pin, encoding="utf-8")
    run(
        PYTHON, *_PIP, "wheel", "--require-hashes", "--no-deps", "--no-build-isolation",
        "--no-binary", ":all:", "--wheel-dir", folder, "--requirement", listed, *options,
        environment={**environment, "PATH": os.pathsep.join([str(BINARIES), os.environ["PATH"]])},
    )  # fmt: skip
    return next(folder.glob("*.whl"))


def _pin(name: str) -> str:
    """The lock's own entries for a distribution: releases, markers and hashes."""
    entries = re.split(r"\n(?=\S)", (REQUIREMENTS / "run.txt").read_text(encoding="utf-8"))
    return "\n".join(entry for entry in entries if entry.startswith(f"{name}==")) + "\n"
