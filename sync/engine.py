"""One cycle of the sync worker: identify, send, fetch, and report the desk's status.

No HTTP, no SQL.
"""

import logging
import math
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from sync.call_tracker import CallTracker, CancelledError
from sync.central_api import CentralApi
from sync.cycle_report import BUG, POLICY_UNREAD, CycleReport, Direction, Fault
from sync.errors import (
    CentralFaultError,
    DeskRefusedError,
    NotSupportedError,
    RegisterMismatchError,
    TimeUnsureError,
)
from sync.messages import Me, PartlyReadMe, StandingAnswer, StandingReport
from sync.page_size import PageSizes
from sync.ports import (
    SENT_AGAIN_FROM,
    ActivityCache,
    DeskBook,
    OfferCache,
    Outbox,
    RegisterCache,
    RegisterTime,
    SyncMetadata,
)
from sync.pull import FeedPull, Now, Progress, RegisterPull
from sync.push import Push
from sync.redaction import traceback_text
from sync.rules.register_keys import KeyChange
from sync.signatures import SignatureCheck, verified_changes

_log = logging.getLogger(__name__)

_MOST_QUESTIONS = 2
"""So often the time is asked for again, where an answer was surprising."""
_PIECE = 0.25
"""Seconds between two checks for cancellation."""

MakeReport = Callable[[], StandingReport]
"""Makes the status report, without the nonce."""


class Engine:
    """The parts of a cycle, for the current enrolment.

    ``register_key`` is the raw public key of the register (``ValueError`` unless it is one);
    ``save_token`` saves the token that the register gives in place of an old one. ``register_time``
    decides whether the time of the answers can be trusted, and ``pause`` waits some seconds.
    ``stopping`` is asked before each call; ``progress`` receives the progress of a fresh load.
    ``make_report`` makes the desk's status report, and ``on_standing`` saves what its answer tells
    beside, before the answer counts as received. While ``patient``, operations that failed by
    themselves are sent only after their wait.
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
        sync_metadata: SyncMetadata,
        now: Now,
        register_key: bytes,
        make_report: MakeReport,
        save_token: Callable[[str], None],
        on_standing: Callable[[StandingAnswer], None] = lambda _: None,
        register_time: RegisterTime | None = None,
        pause: Callable[[float], None] = time.sleep,
        progress: Progress = lambda _: None,
        stopping: Callable[[], bool] = lambda: False,
        patient: bool = True,
        sizes: PageSizes | None = None,
    ) -> None:
        self._sizes = sizes or PageSizes()
        self._api = api
        self._outbox = outbox
        self._register = register
        self._offers = offers
        self._activity = activity
        self._desk = desk
        self._sync_metadata = sync_metadata
        self._now = now
        self._is_signed = SignatureCheck(register_key)
        self._register_time = register_time
        self._pause = pause
        self._make_report = make_report
        self._save_token = save_token
        self._on_standing = on_standing
        self._progress = progress
        self._stopping = stopping
        self._patient = patient

    def cycle(self) -> CycleReport:
        """Send all that waits; then fetch policy, register, offers and activity.

        Faults of the register are in the report, and bugs of ours as ``BUG``. What the store or
        the keyring raises, which has a code of its own, is raised in the end: no direction keeps
        another from its turn. Nothing is left ``sending`` then either.
        """
        calls = CallTracker(self._stopping)
        cycle = _CycleState(
            calls=calls,
            push=Push(self._api, self._outbox, calls, patient=self._patient),
        )
        between = partial(self._send_between, cycle)
        register = RegisterPull(
            api=self._api,
            register=self._register,
            calls=calls,
            now=self._now,
            is_signed=self._is_signed,
            progress=self._progress,
            between=between,
            size=self._sizes.cards,
        )
        feeds = FeedPull(
            api=self._api,
            offers=self._offers,
            activity=self._activity,
            calls=calls,
            now=self._now,
            between=between,
            size=self._sizes.feeds,
        )
        for direction, act in (
            # First, so that the register gives the time before visits dated by this machine go out.
            (Direction.DESK, partial(self._ask_who_we_are, cycle)),
            (Direction.PUSH, partial(self._send, cycle)),
            (Direction.REGISTER, partial(self._pull_register, cycle, register)),
            (Direction.PUSH, partial(self._send_for_new_cards, cycle)),
            # Before the offers, whose quotas then count all that was heard of.
            (Direction.ACTIVITY, feeds.pull_activity),
            (Direction.PUSH, partial(self._send_fresh, cycle)),
            (Direction.OFFERS, feeds.pull_offers),
            (Direction.PUSH, lambda: self._send_again(cycle, register, feeds)),
            (Direction.DESK, partial(self._report_status, cycle)),
            (Direction.DESK, partial(self._renew_token, cycle)),
        ):
            if not self._do(cycle, direction, act):
                break
        for error in cycle.unexpected:
            if hasattr(error, "code"):
                raise error
        return self._report(cycle)

    def _do(self, cycle: "_CycleState", direction: Direction, act: Callable[[], None]) -> bool:
        """Do one part of the cycle; returns whether the next one is to follow."""
        try:
            act()
        except CancelledError:
            cycle.stopped = True
            return False
        except DeskRefusedError as refusal:
            return self._refused(cycle, direction, refusal)
        except (CentralFaultError, RegisterMismatchError) as fault:
            cycle.faults.append(Fault(direction, fault.code, str(fault)))
        except Exception as error:  # noqa: BLE001 - ours or the store's: the others go on
            cycle.unexpected.append(error)
            if not hasattr(error, "code"):
                cycle.faults.append(Fault(direction, BUG, type(error).__name__))
            _log.error("sync, %s ended in an error:\n%s", direction, traceback_text(error))
        return True

    def _refused(
        self, cycle: "_CycleState", direction: Direction, refusal: DeskRefusedError
    ) -> bool:
        """Handle a refusal; returns whether the next part of the cycle is to follow.

        Only a revocation is final: others may be the register's own fault. Where it has known the
        token in this very cycle, the refusal is about one call alone.
        """
        if refusal.is_final:
            cycle.refused = refusal.code
            # First the cards: should the second step fail, the next cycle comes here again.
            self._register.drop()
            self._desk.refused(refusal.code)
            return False
        cycle.faults.append(Fault(direction, refusal.code, str(refusal)))
        if not cycle.is_known:
            cycle.needs_code = self._sync_metadata.token_doubted()
        return cycle.is_known

    def _ask_who_we_are(self, cycle: "_CycleState") -> None:
        me = cycle.calls.make(self._api.me)
        if self._register_time is not None:
            me = self._sure_of_the_time(self._register_time, cycle.calls, me)
        self._sync_metadata.token_known()
        cycle.is_known = True
        unread = me.unread_policy if isinstance(me, PartlyReadMe) else frozenset[str]()
        cycle.venues_changed = self._desk.update(
            venue=me.venue, policy=me.policy, venues=me.venues, unread_policy=unread
        )
        if unread:
            what = f"the policy's {', '.join(sorted(unread))} cannot be read"
            cycle.faults.append(Fault(Direction.DESK, POLICY_UNREAD, what, aside=True))
        self._desk.peers(me.peers)
        cycle.central_revision = me.register_revision
        cycle.may_renew_token = me.renew_token
        cycle.key_changes = verified_changes(
            (change.before, change.key, change.signature) for change in me.key_changes
        )
        self._is_signed.learn(cycle.key_changes)

    def _pull_register(self, cycle: "_CycleState", register: RegisterPull) -> None:
        """Fetch the register; the key that it is signed with is trusted from now on."""
        try:
            register.run(cycle.central_revision)
        finally:
            if cycle.key_changes:
                self._desk.keys(trusted=self._is_signed.key, changes=cycle.key_changes)

    def _renew_token(self, cycle: "_CycleState") -> None:
        """Take a new token in place of an old one, which holds until the new one is used."""
        if not cycle.may_renew_token:
            return
        try:
            renewed = cycle.calls.make(self._api.new_token)
        except NotSupportedError:
            return
        except DeskRefusedError:
            raise
        except CentralFaultError as fault:
            _log.info("no new token was given: %s", fault)
            return
        self._save_token(renewed.token)

    def _sure_of_the_time(self, time: RegisterTime, calls: CallTracker, me: Me) -> Me:
        """Ask again where an answer was surprising; a failure leaves the question open."""
        for _ in range(_MOST_QUESTIONS):
            seconds = time.seconds_to_second_answer()
            if seconds <= 0:
                return me
            self._let_pass(seconds)
            me = calls.make(self._api.me)
        if time.seconds_to_second_answer() > 0:
            time.give_up()
        return me

    def _let_pass(self, seconds: float) -> None:
        """Wait in pieces, so that a program that ends need not wait."""
        for _ in range(math.ceil(seconds / _PIECE)):
            if self._stopping():
                return
            self._pause(_PIECE)

    def _is_dated(self) -> bool:
        """Whether it is known what day it is, so that what waits may be sent."""
        return self._register_time is None or self._register_time.before_sending()

    def _send(self, cycle: "_CycleState") -> None:
        if not self._is_dated():
            raise TimeUnsureError("nothing is sent before it is known what day it is")
        cycle.is_sending = True
        cycle.push.run()

    def _send_between(self, cycle: "_CycleState") -> None:
        """Send what was recorded during a fetch; a failure then does not end the fetch."""
        if not self._do(cycle, Direction.PUSH, partial(self._send_fresh, cycle)):
            raise CancelledError

    def _send_fresh(self, cycle: "_CycleState") -> None:
        is_there = cycle.calls.answered > 0
        may_send = is_there and cycle.is_sending and not cycle.unexpected
        if may_send and self._outbox.has_fresh() and self._is_dated():
            cycle.push.run()

    def _send_for_new_cards(self, cycle: "_CycleState") -> None:
        cycle.card_came = self._outbox.card_came()
        if cycle.card_came and cycle.is_sending:
            cycle.push.run()
        else:
            self._send_fresh(cycle)

    def _send_again(self, cycle: "_CycleState", register: RegisterPull, feeds: FeedPull) -> None:
        """Send what the register has lost; without a sign that it is certain, not too often."""
        since = self._now() - SENT_AGAIN_FROM
        # A desk whose venues change gets other cursors: that is no sign of loss (contract 3.5).
        certain = register.is_behind or (feeds.has_lost and not cycle.venues_changed)
        if certain or (
            (register.has_lost or self._is_forgotten(since, feeds.read_at))
            and self._sync_metadata.may_send_again()
        ):
            queued = self._outbox.send_again(since)
            cycle.resent = len(queued)
            self._sync_metadata.sent_again(cycle.resent)
            if cycle.resent and cycle.is_sending:
                # Less what it turned out to have still.
                cycle.resent = self._lost_among(cycle, queued)
                self._sync_metadata.sent_again(cycle.resent)
        elif feeds.read_at is not None and cycle.is_sending:
            doubtful = self._outbox.confirm(since, feeds.read_at)
            if doubtful:
                cycle.resent = self._lost_among(cycle, doubtful)
                if cycle.resent:
                    self._sync_metadata.sent_again(cycle.resent)

    def _lost_among(self, cycle: "_CycleState", queued: Collection[UUID]) -> int:
        """Send what is queued again; how much of it the register did not have."""
        cycle.push.run()
        return len(set(queued) - cycle.push.duplicates)

    def _is_forgotten(self, since: datetime, read_at: datetime | None) -> bool:
        """Whether feeds that were read to their end lack what the register had accepted.

        So it is also where it was put back before this desk had heard of what was lost.
        """
        return read_at is not None and self._outbox.is_forgotten(since, read_at)

    def _report_status(self, cycle: "_CycleState") -> None:
        """Send the status report last, so that it never delays anything."""
        if not cycle.calls.answered:
            return
        taken_in = self._sync_metadata.taken_in()
        report = replace(
            self._make_report(), nonce=self._sync_metadata.nonce(), taken_in=taken_in or None
        )
        try:
            answer = cycle.calls.make(lambda: self._api.standing(report))
        except NotSupportedError:
            return  # a register of version 1.0
        except DeskRefusedError:
            raise
        except CentralFaultError as fault:
            _log.info("the status report was not sent: %s", fault)
            return
        self._on_standing(answer)
        cycle.forked = answer.forked or taken_in > 0  # by itself, if the register does not say so
        forked_at = self._now() if cycle.forked else self._sync_metadata.forked_at()
        if answer.has_end_of_fork and answer.forked == cycle.forked:
            forked_at = answer.forked_at
        self._sync_metadata.save_answer(answer.nonce, forked_at=forked_at, taken_in=taken_in)

    def _report(self, cycle: "_CycleState") -> CycleReport:
        push = cycle.push
        faults = cycle.faults
        if push.aside is not None:
            aside = Fault(Direction.PUSH, push.aside.code, str(push.aside), aside=True)
            faults = [*faults, aside]
        return CycleReport(
            online=cycle.calls.answered > 0,
            misses=cycle.calls.misses,
            sent=push.sent,
            accepted=push.accepted,
            rejected=push.rejected,
            pending=self._outbox.pending(),
            register=self._register.status(),
            faults=tuple(faults),
            refused=cycle.refused,
            retry_after=cycle.calls.retry_after,
            stopped=cycle.stopped,
            resent=cycle.resent,
            card_came=cycle.card_came,
            forked=cycle.forked,
            needs_code=cycle.needs_code,
        )


@dataclass(slots=True)
class _CycleState:
    """The state of one cycle so far."""

    calls: CallTracker
    push: Push
    faults: list[Fault] = field(default_factory=list)
    central_revision: int | None = None
    key_changes: list[KeyChange] = field(default_factory=list)
    may_renew_token: bool = False
    is_known: bool = False
    is_sending: bool = False
    refused: str | None = None
    needs_code: bool = False
    stopped: bool = False
    venues_changed: bool = False
    resent: int = 0
    card_came: int = 0
    forked: bool = False
    unexpected: list[Exception] = field(default_factory=list)
