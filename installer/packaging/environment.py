"""The build's own environment: the desk's pinned distributions and the packer, nothing else.

OpenCV and NumPy come as wheels that bundle video codecs and two copies of OpenBLAS, 150 MB of
them, which a ticket window never calls. On Linux both are built from their own pinned sources
without them: some minutes once, then kept.
"""

import hashlib
import os
import re
import shutil
import sys
import sysconfig
from pathlib import Path

from installer.packaging.paths import (
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
_WITHOUT = [
    "1394", "AVIF", "EIGEN", "FFMPEG", "GSTREAMER", "IMGCODEC_GIF", "IMGCODEC_HDR", "IMGCODEC_PFM",
    "IMGCODEC_PXM", "IMGCODEC_SUNRASTER", "IPP", "ITT", "JASPER", "LAPACK", "OBSENSOR", "OPENCL",
    "OPENEXR", "OPENJPEG", "PNG", "PROTOBUF", "TIFF", "VA", "VA_INTEL", "WEBP",
]  # fmt: skip
_OPENCV = [
    "-DBUILD_LIST=core,imgproc,imgcodecs,videoio,python3",
    *(f"-DWITH_{part}=OFF" for part in _WITHOUT),
    "-DBUILD_JPEG=ON",  # and not what happens to lie on this machine
    "-DBUILD_ZLIB=ON",
    "-DCPU_DISPATCH=AVX2",
    "-DBUILD_TESTS=OFF",
    "-DBUILD_PERF_TESTS=OFF",
]
"""What the decoder and the camera call. JPEG is what cameras send; files are Pillow's to open."""
_NUMPY = ["allow-noblas=true", "blas=none", "lapack=none", "cpu-dispatch=none"]
_LEAN = {
    "opencv-python-headless": ({"CMAKE_ARGS": " ".join(_OPENCV), "ENABLE_HEADLESS": "1"}, ()),
    "numpy": ({}, tuple(f"--config-settings=setup-args=-D{option}" for option in _NUMPY)),
}
"""What is built from its sources, in which environment, with what said to pip."""
_STUBS = "opencv/modules/python/src2/typing_stubs_generation"
_MENDED = {
    "opencv-python-headless": [
        (
            f"{_STUBS}/api_refinement.py",
            "        refine_symbol(root, symbol_name)\n",
            (
                "        if symbol_name.name in ('resize', 'imread', 'imdecode'):\n"
                "            refine_symbol(root, symbol_name)\n"
            ),
        ),
        (
            f"{_STUBS}/generation.py",
            "        if not has_all_required_modules(node):\n",
            (
                "        other = node.ctype_name.startswith(('Feature', 'DescriptorExtractor'))\n"
                "        if other or not has_all_required_modules(node):\n"
            ),
        ),
    ]
}
"""Lines of a source that take every module for built, and what is put in their place: OpenCV's type
stubs, which nobody reads in a package, would otherwise have 124 more files compiled."""
_PIP = ("-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check")
_ALONE = ("--no-deps", "--no-build-isolation")


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
    made_from = repr((pin, sorted(environment.items()), options, _MENDED.get(name), sys.version))
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
    tools = {"PATH": os.pathsep.join([str(BINARIES), os.environ["PATH"]])}
    pinned: list[str | Path]
    pinned = ["--require-hashes", "--no-binary", ":all:", "--requirement", listed]
    if name in _MENDED:
        command = (PYTHON, *_PIP, "download", *_ALONE, "--dest", folder, *pinned)
        run(*command, environment=tools)
        pinned = ["--no-index", _mended(name, next(folder.glob("*.tar.gz")))]
    run(
        PYTHON, *_PIP, "wheel", *_ALONE, "--wheel-dir", folder, *pinned, *options,
        environment={**environment, **tools},
    )  # fmt: skip
    for unpacked in filter(Path.is_dir, folder.iterdir()):
        shutil.rmtree(unpacked)
    return next(folder.glob("*.whl"))


def _mended(name: str, archive: Path) -> Path:
    """The sources, unpacked beside their archive and mended. Raises ``BuildError``."""
    run("tar", "--extract", "--file", archive, "--directory", archive.parent)
    source = archive.with_name(archive.name.removesuffix(".tar.gz"))
    for place, line, other in _MENDED[name]:
        text = (source / place).read_text(encoding="utf-8")
        if text.count(line) != 1:
            raise BuildError(f"{place} of {name} is no longer what this build knows how to mend.")
        (source / place).write_text(text.replace(line, other), encoding="utf-8")
    return source


def _pin(name: str) -> str:
    """The lock's own entries for a distribution: releases, markers and hashes."""
    entries = re.split(r"\n(?=\S)", (REQUIREMENTS / "run.txt").read_text(encoding="utf-8"))
    return "\n".join(entry for entry in entries if entry.startswith(f"{name}==")) + "\n"
