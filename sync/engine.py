"""One cycle of the messenger: greet, send, then fetch. No HTTP, no SQL."""

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sync.calls import Calls, StoppedError
from sync.discretion import traceback_text
from sync.errors import (
    CentralFaultError,
    DeskRefusedError,
    RegisterMismatchError,
    TimeUnsureError,
)
from sync.ports import (
    ActivityCache,
    DeskBook,
    OfferCache,
    Outbox,
    RegisterCache,
    RegisterStatus,
    RegisterTime,
)
from sync.protocol import CentralApi, Me
from sync.pull import Now, Progress, RegisterPull, pull_activity, pull_offers
from sync.push import Push
from sync.signatures import SignatureCheck

_log = logging.getLogger(__name__)

_MOST_QUESTIONS = 2
"""So often it is asked once more what time it is, where an answer was surprising."""
_PIECE = 0.25
"""Seconds between two looks at whether the program ends."""


class Direction(StrEnum):
    """The parts of a cycle; the failure of one never stops another."""

    DESK = "desk"
    PUSH = "push"
    REGISTER = "register"
    OFFERS = "offers"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Fault:
    """What stopped a direction. ``detail`` is for the log, and bears no card number."""

    direction: Direction
    code: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleReport:
    """What one cycle did.

    ``online`` says that the register answered a call; ``misses`` counts the failed calls since
    the last one that it answered. ``sent`` counts the operations that it spoke of: those it has
    accepted (now or before), those rejected, and those to be tried again. ``pending`` is what
    still waits. ``refused`` is its code when it no longer knows this desk; ``retry_after`` is for
    how many seconds it asked to be left alone. A cycle that was ``stopped`` is not a whole one.
    """

    online: bool
    misses: int
    sent: int
    accepted: int
    rejected: int
    pending: int
    register: RegisterStatus | None
    faults: tuple[Fault, ...] = ()
    refused: str | None = None
    retry_after: float = 0.0
    stopped: bool = False


class Engine:
    """Everything that a cycle needs, for the enrolment in force.

    ``register_key`` is the raw public key of the register (``ValueError`` unless it is one).
    ``register_time`` decides whether the time that the answers tell can be believed, and
    ``pause`` lets some seconds pass. ``stopping`` is asked before each call; ``progress`` is told
    how a fresh load comes along.
    """

    def __init__(  # noqa: PLR0913 - the desk's doors, each by its name
        self,
        *,
        api: CentralApi,
        outbox: Outbox,
        register: RegisterCache,
        offers: OfferCache,
        activity: ActivityCache,
        desk: DeskBook,
        now: Now,
        register_key: bytes,
        register_time: RegisterTime | None = None,
        pause: Callable[[float], None] = time.sleep,
        progress: Progress = lambda _: None,
        stopping: Callable[[], bool] = lambda: False,
    ) -> None:
        self._api = api
        self._outbox = outbox
        self._register = register
        self._offers = offers
        self._activity = activity
        self._desk = desk
        self._now = now
        self._is_signed = SignatureCheck(register_key)
        self._register_time = register_time
        self._pause = pause
        self._progress = progress
        self._stopping = stopping

    def cycle(self) -> CycleReport:
        """Send all that waits; then fetch policy, register, offers and activity.

        Faults of the register are in the report. Whatever else is raised, by the store or by a
        bug of ours, is raised in the end: no direction keeps another from its turn. Nothing is
        left ``sending`` then either.
        """
        calls = Calls(self._stopping)
        push = Push(self._api, self._outbox, calls)
        faults: list[Fault] = []
        refused: str | None = None
        unexpected: Exception | None = None
        stopped = False
        for direction, deed in self._deeds(push, calls):
            try:
                deed()
            except StoppedError:
                stopped = True
                break
            except DeskRefusedError as refusal:
                refused = refusal.code
                # First the cards: should the second step fail, the next cycle comes here again.
                self._register.drop()
                self._desk.refused(refused)
                break
            except (CentralFaultError, RegisterMismatchError) as fault:
                faults.append(Fault(direction, fault.code, str(fault)))
            except Exception as error:  # noqa: BLE001 - ours or the store's: the others go on
                unexpected = unexpected or error
                _log.error("sync, %s ended in an error:\n%s", direction, traceback_text(error))
        if unexpected is not None:
            raise unexpected
        return CycleReport(
            online=calls.answered > 0,
            misses=calls.misses,
            sent=push.sent,
            accepted=push.accepted,
            rejected=push.rejected,
            pending=self._outbox.pending(),
            register=self._register.status(),
            faults=tuple(faults),
            refused=refused,
            retry_after=calls.retry_after,
            stopped=stopped,
        )

    def _deeds(self, push: Push, calls: Calls) -> list[tuple[Direction, Callable[[], None]]]:
        register = RegisterPull(
            api=self._api,
            register=self._register,
            calls=calls,
            now=self._now,
            is_signed=self._is_signed,
            progress=self._progress,
        )
        return [
            # First, so that the register tells the time before visits dated by this machine go out.
            (Direction.DESK, lambda: self._ask_who_we_are(calls)),
            (Direction.PUSH, lambda: self._send(push)),
            (Direction.REGISTER, register.run),
            (Direction.OFFERS, lambda: pull_offers(self._api, self._offers, calls, self._now)),
            (Direction.ACTIVITY, lambda: pull_activity(self._api, self._activity, calls)),
        ]

    def _ask_who_we_are(self, calls: Calls) -> None:
        me = calls.make(self._api.me)
        if self._register_time is not None:
            me = self._sure_of_the_time(self._register_time, calls, me)
        self._desk.update(venue=me.venue, policy=me.policy, venues=me.venues)

    def _sure_of_the_time(self, time: RegisterTime, calls: Calls, me: Me) -> Me:
        """Ask again where an answer was surprising; what fails leaves the question open."""
        for _ in range(_MOST_QUESTIONS):
            seconds = time.seconds_to_second_answer()
            if seconds <= 0:
                return me
            self._let_pass(seconds)
            me = calls.make(self._api.me)
        if time.seconds_to_second_answer() > 0:
            time.give_up()
        return me

    def _send(self, push: Push) -> None:
        if self._register_time is not None and not self._register_time.before_sending():
            raise TimeUnsureError("nothing is sent before it is known what day it is")
        push.run()

    def _let_pass(self, seconds: float) -> None:
        """In pieces, so that a program that ends need not wait."""
        for _ in range(math.ceil(seconds / _PIECE)):
            if self._stopping():
                return
            self._pause(_PIECE)
