"""The build's repository for apt, signed with a throw-away key and served on the loopback address.

It is signed by the very command that ``docs/admin.md`` gives.
"""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

_SOURCE = """Types: deb
URIs: {address}
Suites: stable
Components: main
Signed-By: {key}
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """What apt asks for is not of interest."""


class AptRepository:
    """A signed copy of a repository; ``key`` is what the machines are to trust."""

    def __init__(self, laid_out: Path, folder: Path) -> None:
        self._repository = folder / "apt"
        self.key = folder / "kaikuluukku.gpg"
        shutil.copytree(laid_out, self._repository)
        keys = folder / "keys"
        keys.mkdir(mode=0o700)
        gpg = ["gpg", "--homedir", str(keys), "--batch", "--quiet"]
        name = "Packages <packages@kaikuluukku.example>"
        suite = self._repository / "dists/stable"
        try:
            _run([*gpg, "--passphrase", "", "--quick-generate-key", name, "ed25519", "sign"])
            _run([*gpg, "--clearsign", "--output", "InRelease", "Release"], suite)
            _run([*gpg, "--export", "--output", str(self.key)])
        finally:
            _run(["gpgconf", "--homedir", str(keys), "--kill", "gpg-agent"])

    @contextmanager
    def served(self) -> Iterator[str]:
        """The address, as long as it is needed."""
        handler = partial(_Quiet, directory=str(self._repository))
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            try:
                yield f"http://127.0.0.1:{server.server_port}"
            finally:
                server.shutdown()


def source(address: str, key: Path) -> str:
    """What an admin writes into ``sources.list.d``."""
    return _SOURCE.format(address=address, key=key)


def _run(words: list[str], folder: Path | None = None) -> None:
    subprocess.run(words, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=True)
