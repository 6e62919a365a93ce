"""Finds out at which of several addresses somebody listens, before any of them is called."""

import errno
import selectors
import socket
import time
from collections.abc import Generator, Sequence
from contextlib import ExitStack

from sync.lan.addresses import LanAddress

_KNOCK = 0.35
_AGAIN = 0.1
"""Seconds in all, and until those who say nothing are tried once more."""
_BEGUN = (0, errno.EINPROGRESS, errno.EWOULDBLOCK)


def reachable(addresses: Sequence[LanAddress]) -> Generator[LanAddress]:
    """Yield the addresses at which somebody listens, the quickest first.

    All are tried at once, so that one that is gone costs the others no time; and several times,
    since what is sent just before a cut ends is lost, and the system repeats it after a second. A
    name, which may take long to be found, comes last, and is not tried. The time that the caller
    takes over one of them is not the others': who answers first may be a stranger.
    """
    names = [address for address in addresses if _is_name(address)]
    silent = set(addresses) - set(names)
    with ExitStack() as stack, selectors.DefaultSelector() as waiting:
        until = time.monotonic() + _KNOCK
        again_at = 0.0
        while silent and (now := time.monotonic()) < until:
            if now >= again_at:
                again_at = now + _AGAIN
                for address in silent:
                    _knock(address, stack, waiting)
            for trial, address in _answered(waiting, min(again_at, until) - now):
                refused = trial.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                trial.close()
                if address in silent and refused in (0, errno.ECONNREFUSED):
                    silent.remove(address)
                    if not refused:
                        found_at = time.monotonic()
                        yield address
                        until += time.monotonic() - found_at
    yield from names


def _is_name(address: LanAddress) -> bool:
    try:
        _resolve(address)
    except (UnicodeError, socket.gaierror):
        return True
    except OSError:
        return False
    return False


def _resolve(address: LanAddress) -> tuple[socket.AddressFamily, socket.SocketKind, int, object]:
    found = socket.getaddrinfo(
        address.host, address.port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
    )
    family, kind, protocol, _, where = found[0]
    return family, kind, protocol, where


def _knock(address: LanAddress, stack: ExitStack, waiting: selectors.BaseSelector) -> None:
    """Begin to connect; what comes of it is asked later."""
    try:
        family, kind, protocol, where = _resolve(address)
        trial = stack.enter_context(socket.socket(family, kind, protocol))
        trial.settimeout(0)
        begun = trial.connect_ex(where)  # type: ignore[arg-type]  # as it was resolved
    except OSError:  # no way there now
        return
    if begun in _BEGUN:  # one that failed at once would seem ready
        waiting.register(trial, selectors.EVENT_WRITE, (trial, address))


def _answered(
    waiting: selectors.BaseSelector, seconds: float
) -> Generator[tuple[socket.socket, LanAddress]]:
    """Those to which something has come of it, after so many seconds at most."""
    if not waiting.get_map():  # Windows does not wait for nobody
        time.sleep(seconds)
        return
    for key, _ in waiting.select(seconds):
        trial, address = key.data
        waiting.unregister(trial)
        yield trial, address
