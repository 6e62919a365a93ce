"""A screen that nobody looks at."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def screen() -> Iterator[str]:
    """Xvfb on a number of its own; what ``DISPLAY`` is to be."""
    words = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-ac"]
    words += ["-nolisten", "tcp", "-noreset"]  # it stays as it is when the last window is gone
    server = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    if server.stdout is None:
        raise OSError("Xvfb does not start")
    try:
        yield f":{server.stdout.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()


def shows(display: str, title: str) -> bool:
    """Whether a window is in sight whose title matches."""
    found = ["xdotool", "search", "--onlyvisible", "--name", title]
    return (
        subprocess.run(
            ["env", f"DISPLAY={display}", *found], capture_output=True, check=False
        ).returncode
        == 0
    )
