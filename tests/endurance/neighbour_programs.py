"""The programs of :mod:`tests.endurance.neighbours`, and their way to the register."""

import asyncio
import json
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.endurance.loop_thread import LoopThread, relay
from tests.endurance.networks import Network
from tests.helpers import programs

_LOADS = (
    *programs.COMMANDS,
    *("sync.client", "sync.lan.discovery", "sync.lan.neighbourhood", "tests.endurance.networks"),
)
_STANDARD_ERROR = 2
Asked = Mapping[str, object]
"""Something for a desk to do."""


class NeighbourProgram:
    """A desk's program in its network; ``number`` counts from 1."""

    def __init__(
        self, folder: Path, number: int, network: Network, socket_file: str, code: str, shares: str
    ) -> None:
        self.number = number
        home = folder / f"desk{number}"
        home.mkdir()
        settings = {"neighbours_on": True, **network.settings(number)}
        (home / "settings.json").write_text(json.dumps(settings))
        finds = "multicast" if network.finds_by_multicast else "entered"
        minutes = (number - 2) * 7
        self._command = (
            *("-m", "tests.endurance.neighbour_desk", network.namespace(number)),
            *(str(home), socket_file, f"Luukku {number}", code, f"{minutes}", shares, finds),
        )
        self.acknowledged: list[str] = []
        self.start()

    def start(self) -> None:
        """Start the program."""
        self._process = programs.start(
            *self._command, loads=_LOADS, stdin=subprocess.PIPE, stderr=_STANDARD_ERROR
        )

    def wait_until_ready(self) -> None:
        """Wait until it has opened its store."""
        self.read()

    def ask(self, do: str, **more: object) -> Any:  # noqa: ANN401 - JSON
        """Have it do something; its answer. Raises ``EOFError`` where it was killed."""
        self.send([{"do": do, **more}])
        return self.read()

    def work(self, asked: Sequence[Asked], done: Callable[[Asked, Any], None]) -> None:
        """Have it do many things, until it is killed; ``done`` gets each answer."""
        with suppress(EOFError, BrokenPipeError):
            self.send(asked)
            for each in asked:
                done(each, self.read())

    def send(self, asked: Sequence[Asked]) -> None:
        """Have it begin."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([*asked]) + "\n")
        self._process.stdin.flush()

    def read(self) -> Any:  # noqa: ANN401 - JSON
        """The next answer. Raises ``EOFError`` where it was killed."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line.endswith("\n"):
            raise EOFError(f"desk {self.number} has ended")
        return json.loads(line)

    def kill(self) -> None:
        """Kill it. What it had acknowledged has to be there when it starts again."""
        self.strike()
        self._end()

    def strike(self) -> None:
        """Kill it while another thread reads its answers."""
        self._process.kill()

    def close(self) -> None:
        """End it, as the window does."""
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._end()

    def _end(self) -> None:
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(BrokenPipeError):
                pipe.close()


class RegisterSocket:
    """Leads a socket file to the register's port: networks of their own have no way there."""

    def __init__(self, file: str, port: int) -> None:
        self._port = port
        self._loop = LoopThread("register socket")
        self._server = self._loop.run(asyncio.start_unix_server(self._called, file))

    async def _called(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await relay(reader, writer, self._port, lambda _, __: None)

    def close(self) -> None:
        """End it."""
        self._loop.run(_close(self._server))
        self._loop.close()


async def _close(server: asyncio.Server) -> None:
    server.close()
