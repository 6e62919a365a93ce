"""Looks one card up in the register within a strict time limit."""

import logging
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from sync.errors import CardUnknownError, CentralFaultError
from sync.messages import CardAnswer
from sync.ports import NotInRegister
from sync.redaction import traceback_text

LONGEST_LOOK = 1.5
"""Seconds. At the counter nobody waits longer for a card that is probably not registered."""

_log = logging.getLogger(__name__)


LookAnswer = CardAnswer | NotInRegister


def look_up(ask: Callable[[], CardAnswer], *, within: float = LONGEST_LOOK) -> LookAnswer | None:
    """The register's answer about a card; ``None`` where it gives none in time.

    The question is asked in a thread of its own: looking up a host's name cannot be timed out.
    A thread that is still at it is left behind; its answer is not used.
    """
    answers: SimpleQueue[LookAnswer | None] = SimpleQueue()

    def run() -> None:
        answers.put(_asked(ask))

    threading.Thread(target=run, name="look", daemon=True).start()
    try:
        return answers.get(timeout=within)
    except Empty:
        _log.info("online lookup: no answer within %s s", within)
        return None


def _asked(ask: Callable[[], CardAnswer]) -> LookAnswer | None:
    try:
        return ask()
    except CardUnknownError:
        return NotInRegister.YET
    except CentralFaultError as fault:
        _log.info("online lookup: %s", fault.code)
        return None
    except Exception as error:  # noqa: BLE001 - the keyring's, or a bug: the desk's word stands
        _log.warning("online lookup ended in an error:\n%s", traceback_text(error))
        return None
