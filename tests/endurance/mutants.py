"""Runs the tests of ``sync/rules`` again and again, a second each time: see ``make mutants``.

``python -m tests.endurance.mutants serve SOCKET`` has everything imported but the rules and their
tests. For each ``python -S -E tests/endurance/mutants.py SOCKET`` it forks a child that runs them
as they stand now: the tests of the module that was changed last, the decision table, the others;
and nothing after the first that fails. What pytest wrote comes back, and its exit status.
"""

import os
import signal
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path

RULES = "tests/sync/rules"
OPTIONS = ["-c", f"{RULES}/mutants.toml", "--rootdir", ".", "-p", "no:cacheprovider", "-xq"]
# A process for each time zone is slow, and what a property finds by chance is no proof.
SLOW = [
    f"--deselect={RULES}/test_decisions.py::test_the_machines_own_time_zone_decides_nothing",
    f"--ignore={RULES}/test_properties.py",
]
COMPILED_AT = 1_500_000_000
"""A date for all that is as it was, in seconds since 1970."""
LIMIT_S = 10
"""Of computing: a change can make the rules go round for ever."""


def main() -> int:
    """Serve, or ask who serves."""
    if sys.argv[1:2] == ["serve"]:
        return serve(sys.argv[2])
    return ask(sys.argv[1])


def ask(address: str) -> int:
    """Let the tests be run once; pytest's exit status."""
    while not Path(address).exists():
        time.sleep(0.1)  # until who serves has imported all
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(address)
        output = b"".join(iter(lambda: line.recv(65536), b""))
    sys.stdout.write(output[:-1].decode())
    return output[-1]


def serve(address: str) -> int:
    """Run the tests for each who connects; ends with the process that started it."""
    sys.dont_write_bytecode = False
    _import_what_they_need()
    sys.dont_write_bytecode = True
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        while True:
            line, _ = listening.accept()
            with line, suppress(OSError):  # who asked may have given up
                line.sendall(bytes([_status_of_child(line)]))


def _import_what_they_need() -> None:
    """Import all that the tests import, but for the rules and the tests themselves."""
    import hypothesis  # noqa: PLC0415 - the asking side starts without it

    hypothesis.settings.register_profile("mutants", derandomize=True, database=None)
    hypothesis.settings.load_profile("mutants")
    for module in Path("sync/rules").glob("*.py"):
        os.utime(module, (COMPILED_AT, COMPILED_AT))
    reading, writing = os.pipe()
    if not os.fork():
        os.close(reading)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _run_tests(None)
        with os.fdopen(writing, "w") as names:
            names.write("\n".join(sys.modules))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as names:
        for name in names.read().split("\n"):
            if name.partition(".")[0] not in {"__main__", "conftest", "sync", "tests"}:
                __import__(name)
    os.wait()


def _status_of_child(line: socket.socket) -> int:
    child = os.fork()
    if not child:
        signal.setitimer(signal.ITIMER_PROF, LIMIT_S)
        os.dup2(line.fileno(), sys.stdout.fileno())
        status = 1
        try:
            status = _run_tests(_changed())
        except Exception as broken:  # noqa: BLE001 - whatever a change of the rules may raise
            sys.stdout.write(f"{broken!r}")
        finally:
            sys.stdout.flush()
            os._exit(status)
    return min(abs(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])), 255)


def _run_tests(changed: Path | None) -> int:
    import pytest  # noqa: PLC0415 - the asking side starts without it

    if changed is not None:
        own = f"{RULES}/test_{changed.stem}.py"
        if Path(own).exists() and (status := pytest.main([*OPTIONS, *SLOW, own])):
            return int(status)
        from tests.sync.rules import decisions  # noqa: PLC0415 - it imports the rules

        if differences := decisions.main():
            return min(differences, 100)
    return int(pytest.main([*OPTIONS, *SLOW, RULES]))


def _changed() -> Path:
    """The module that was written last; the others are dated as they were when compiled.

    Python compiles anew what has another date. Two changes within a second have one date, so
    nothing is kept of what is compiled from now on.
    """
    modules = sorted(Path("sync/rules").glob("*.py"), key=lambda file: file.stat().st_mtime_ns)
    for module in modules[:-1]:
        os.utime(module, (COMPILED_AT, COMPILED_AT))
    return modules[-1]


if __name__ == "__main__":
    sys.exit(main())
