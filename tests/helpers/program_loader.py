"""The process that :mod:`tests.helpers.programs` copies: it loads what programs need, once each.

``python -m tests.helpers.program_loader NUMBER`` takes orders from the socket of that number. For
each it divides itself; the copy is the program, and the loader says how that ended.
"""

import gc
import importlib
import json
import os
import runpy
import select
import signal
import socket
import sys
import time
from contextlib import suppress
from types import ModuleType
from typing import Any

from sync.loading import loading

LONGEST = 1 << 17
"""Bytes of an order, most of them the environment."""


def serve(orders: socket.socket) -> dict[str, Any]:
    """Start programs until nobody orders any more; returns in a program, with its order."""
    running: dict[int, tuple[int, socket.socket]] = {}
    awaited = select.poll()
    awaited.register(orders, select.POLLIN)
    while True:
        for number, _ in awaited.poll():
            if number in running:
                awaited.unregister(number)
                _report_end(number, *running.pop(number))
                continue
            message, streams, _, _ = socket.recv_fds(orders, LONGEST, 4)
            if not message:
                os._exit(0)
            status = streams.pop()
            order: dict[str, Any] = json.loads(message)
            with loading():
                for name in order["loads"]:
                    importlib.import_module(name)
            if (pid := os.fork()) == 0:
                for reporting in [orders, *(other for _, other in running.values())]:
                    reporting.close()
                for unwanted in (*running, status):
                    os.close(unwanted)
                _use_streams(streams)
                return order
            for stream in streams:
                os.close(stream)
            ended = os.pidfd_open(pid)
            running[ended] = pid, socket.socket(fileno=status)
            awaited.register(ended, select.POLLIN)
            with suppress(BrokenPipeError):  # likewise
                running[ended][1].send(str(pid).encode())


def _report_end(number: int, pid: int, status: socket.socket) -> None:
    _, how = os.waitpid(pid, 0)
    os.close(number)
    with status, suppress(BrokenPipeError):  # a test that failed waits for it no longer
        status.send(str(os.waitstatus_to_exitcode(how)).encode())


def _use_streams(streams: list[int]) -> None:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    # As Python opens them: those of before remember what they were about.
    sys.stdin = os.fdopen(0, closefd=False)
    sys.stdout = os.fdopen(1, "w", closefd=False)
    sys.stderr = os.fdopen(2, "w", 1, errors="backslashreplace", closefd=False)


def become(order: dict[str, Any]) -> None:
    """Run as the program that was ordered, to its end."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    time.tzset()
    how, what, *arguments = order["command"]
    sys.argv = [how, *arguments]
    if how == "-m":
        runpy.run_module(what, run_name="__main__", alter_sys=True)
        return
    own = sys.modules["__main__"] = ModuleType("__main__")
    exec(compile(what, "<string>", "exec"), own.__dict__)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    become(serve(socket.socket(fileno=int(sys.argv[1]))))
