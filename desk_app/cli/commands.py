"""The commands: each takes the desk and what was typed, and gives an answer."""

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from desk_app import unattended
from desk_app.app import App
from desk_app.cli.answers import Answer, ExitStatus, dump_verdict, say_beside
from desk_app.cli.examining import EXAMINATIONS, DesklessCommand
from desk_app.cli.keys import restore_key
from desk_app.cli.offers import asked_offer
from desk_app.cli.papers import carry_in, carry_out, export
from desk_app.cli.scanning import scan
from desk_app.services.checking import Checked, Doubt
from desk_app.services.errors import OfferNotFoundError, RefusedError, WorkWaitsError
from desk_app.services.offering import OfferAsked
from desk_app.services.ports import Attention, Remedy
from desk_app.services.recording import Recorded, TicketsAsked, VisitAsked
from desk_app.services.standing import Standing
from desk_app.wording.clock import ClockWords
from desk_app.wording.details import detail_of
from desk_app.wording.dialogue import DialogueWords
from desk_app.wording.doubts import DOUBTS
from desk_app.wording.sentences import sentences
from desk_app.wording.verdicts import VerdictWords
from sync.protocol import dump_offer, dump_operation, dump_policy, dump_venue
from sync.report import BUG, CycleReport
from sync.rules.entitlement import Verdict
from sync.rules.offers import Offer
from sync.rules.tickets import KINDS

Command = Callable[[App, argparse.Namespace], Answer]


def enrol(app: App, typed: argparse.Namespace) -> Answer:
    """Enrol the desk; then the first sync is the user's next step.

    Where work waits, it is asked first: under another venue or register it would be held back.
    """
    waiting = app.counter.journal.count().pending
    if waiting and not typed.yes and app.desk.record() is not None:
        _ask_whether_to_enrol(app, waiting)
    record = unattended.enrol(
        app,
        app.policy,
        address=typed.api,
        code=typed.code,
        code_file=typed.code_file,
        name=typed.name,
        ca_file=typed.ca,
    )
    return Answer(
        {
            "desk_id": str(record.desk_id),
            "venue": dump_venue(record.venue),
            "policy": dump_policy(record.policy),
            **({"venues": [dump_venue(each) for each in record.venues]} if record.venues else {}),
        },
        app.wording.enrolled(record),
    )


def _ask_whether_to_enrol(app: App, waiting: int) -> None:
    """Ask at the terminal; raises ``WorkWaitsError`` where nobody says yes."""
    if not sys.stdin.isatty():
        raise WorkWaitsError(waiting=str(waiting))
    say_beside(" ".join(app.wording.error(WorkWaitsError(waiting=str(waiting)))))
    if input().strip().lower() not in {"y", "yes", "k", "kyllä", "j", "ja"}:
        raise WorkWaitsError(waiting=str(waiting))


def sync(app: App, typed: argparse.Namespace) -> Answer:
    """One whole cycle in the foreground."""
    report = app.sync_once(timeout=typed.timeout)
    standing = app.counter.standing.standing()
    said = DialogueWords(app.wording)
    return Answer(
        {
            "online": report.online,
            "sent": report.sent,
            "accepted": report.accepted,
            "rejected": report.rejected,
            "pending": standing.queue.pending,
            "register": _register(app),
            "redated": [
                {"visit_id": str(each.id), "before": _utc(each.before), "after": _utc(each.after)}
                for each in app.clock.redated
            ],
            "resent": report.resent,
            "forked": report.forked,
            "faults": [
                {"direction": str(fault.direction), "code": fault.code} for fault in report.faults
            ],
        },
        sentences(
            app.wording.waiting(standing),
            app.wording.register_age(standing, app.clock.now()),
            *_clock_words(app, standing),
            said.resent(report.resent),
            said.forked() if report.forked else "",
            said.needs_code() if report.needs_code else "",
            _fault_words(said, report),
        ),
        _sync_status(report, attention=standing.queue.attention),
    )


def offers(app: App, _: argparse.Namespace) -> Answer:
    """The offers in the cache."""
    app.counter.checking.desk()
    known = app.counter.offers.all()
    return Answer(
        {"offers": [dump_offer(offer) for offer in known]},
        "\n".join("  ".join(filter(None, (str(offer.id), *_named(app, offer)))) for offer in known),
    )


def _named(app: App, offer: Offer) -> tuple[str, str]:
    return app.wording.offer_name(offer), app.wording.offer_venue(offer)


def check(app: App, typed: argparse.Namespace) -> Answer:
    """The verdict on a card."""
    checked = app.counter.looking.check(
        typed.number, typed.offer, on=typed.on, value_cents=typed.value_cents
    )
    verdict = checked.verdict
    return Answer(
        dump_verdict(verdict) | _other_number(checked),
        _verdict_words(app, verdict, typed.offer, typed.on),
        ExitStatus.DONE if verdict.admits else ExitStatus.REFUSED,
        beside=_doubt(app, checked),
    )


def record(app: App, typed: argparse.Namespace) -> Answer:
    """Record a visit; it is on the disk when the answer is printed."""
    checked = app.counter.looking.check(typed.number, typed.offer)
    return _recorded(app, checked, lambda: app.counter.recording.record(_asked(typed)))


def correct(app: App, typed: argparse.Namespace) -> Answer:
    """Void a visit and record the one that replaces it, in one transaction."""
    checked = app.counter.looking.check(typed.number, typed.offer)
    asked = _asked(typed)
    return _recorded(app, checked, lambda: app.counter.correcting.correct(typed.visit, asked))


def add_offer(app: App, typed: argparse.Namespace) -> Answer:
    """Add an offer of the venue's own."""
    asked = asked_offer(typed, OfferAsked(name_fi=typed.name_fi))
    return _offer_answer(app, app.counter.offering.add(asked))


def change_offer(app: App, typed: argparse.Namespace) -> Answer:
    """Change an offer of the venue's own."""
    known = app.counter.offers.get(typed.offer)
    if known is None:
        raise OfferNotFoundError(offer=str(typed.offer))
    asked = asked_offer(typed, OfferAsked.of(known))
    return _offer_answer(app, app.counter.offering.revise(typed.offer, asked))


def withdraw_offer(app: App, typed: argparse.Namespace) -> Answer:
    """Take an offer of the venue's own off its list."""
    return _offer_answer(app, app.counter.offering.withdraw(typed.offer))


def _offer_answer(app: App, offer: Offer) -> Answer:
    return Answer({"offer_id": str(offer.id)}, f"{offer.id}  {app.wording.offer_name(offer)}")


def void(app: App, typed: argparse.Namespace) -> Answer:
    """Take a visit back."""
    voided = app.counter.voiding.void(typed.visit, typed.reason)
    return Answer({"operation_id": str(voided.id)}, app.wording.voided())


def queue(app: App, _: argparse.Namespace) -> Answer:
    """What waits, and what needs a person. Works for a revoked desk too: its work is kept."""
    count = app.counter.journal.count()
    items = app.counter.resolving.items()
    attention = [item for item in items if item.left is None]
    return Answer(
        {
            "pending": count.pending,
            "attention": [_refused(app, item) for item in attention],
            "sent": count.sent,
            "left": [_refused(app, item) for item in items if item.left is not None],
        },
        "\n".join(
            [
                app.wording.waiting(app.counter.standing.standing()),
                *(f"{item.id}  {' '.join(app.wording.refused(item))}" for item in attention),
            ]
        ),
        ExitStatus.ATTENTION if attention else ExitStatus.DONE,
    )


def resolve(app: App, typed: argparse.Namespace) -> Answer:
    """Settle what the register refused: all that were named, or none."""
    resolving = app.counter.resolving
    if typed.deed is Remedy.AGAIN:
        resolving.send_again(*typed.ids, operator=typed.operator)
    elif typed.deed is Remedy.WITHDRAW:
        resolving.withdraw(*typed.ids, operator=typed.operator)
    else:
        resolving.leave(*typed.ids, note=typed.note or "", operator=typed.operator)
    count = app.counter.journal.count()
    return Answer(
        {
            "resolved": [str(operation_id) for operation_id in typed.ids],
            "pending": count.pending,
            "attention": count.attention,
        },
        app.wording.resolved(),
    )


def forget_pin(app: App, _: argparse.Namespace) -> Answer:
    """The administrator's way in where a PIN was forgotten."""
    had_pin = app.counter.locking.has_pin()
    app.counter.locking.forget_pin()
    return Answer({"removed": had_pin}, app.wording.pin_forgotten())


COMMANDS: Mapping[str, Command] = {
    "enrol": enrol,
    "sync": sync,
    "offers": offers,
    "check": check,
    "record": record,
    "correct": correct,
    "void": void,
    "add-offer": add_offer,
    "change-offer": change_offer,
    "withdraw-offer": withdraw_offer,
    "queue": queue,
    "export": export,
    "carry-out": carry_out,
    "carry-in": carry_in,
    "resolve": resolve,
    "forget-pin": forget_pin,
}

WITHOUT_DESK: Mapping[str, DesklessCommand] = {
    **EXAMINATIONS,
    "scan": scan,
    "restore-key": restore_key,
}
"""Commands for which no desk is opened, and none made where there is none."""


def _asked(typed: argparse.Namespace) -> VisitAsked:
    return VisitAsked(
        number=typed.number,
        offer_id=typed.offer,
        tickets=TicketsAsked(**{kind.name: getattr(typed, kind.name) for kind in KINDS}),
        entry=typed.entry,
        provisional=typed.provisional,
        printed_valid_until=typed.printed_valid_until,
        at=typed.recorded_at,
        operator=typed.operator,
        value_cents=typed.value_cents,
    )


def _recorded(app: App, checked: Checked, deed: Callable[[], Recorded]) -> Answer:
    beside = _doubt(app, checked)
    try:
        recorded = deed()
    except RefusedError as refused:
        verdict = refused.verdict
        data = {"visit_id": None, "verdict": dump_verdict(verdict), "state": "refused"}
        words = _verdict_words(app, verdict, checked.offer.id)
        return Answer(data | _other_number(checked), words, ExitStatus.REFUSED, beside)
    data = {
        "visit_id": str(recorded.visit.id),
        "verdict": dump_verdict(recorded.verdict),
        "state": "pending",
    }
    words = app.wording.recorded(recorded.visit)
    return Answer(data | _other_number(checked), words, beside=beside)


def _other_number(checked: Checked) -> dict[str, str]:
    """The number that was judged, where it is not the one that was given."""
    if checked.number is None or checked.doubt is not Doubt.CHECK_CHARACTER:
        return {}
    return {"number": checked.number}


def _doubt(app: App, checked: Checked) -> str:
    if checked.doubt is None:
        return ""
    said = app.wording.translate("Hint", DOUBTS[checked.doubt])
    return ": ".join([*_other_number(checked).values(), said])


def _refused(app: App, item: Attention) -> dict[str, Any]:
    sentence, advice = app.wording.refused(item)
    left = item.left
    return {
        "id": str(item.id),
        "code": item.code,
        "detail": detail_of(item.detail),
        "waits": item.waits,
        "venue": item.venue,
        "visit": dump_operation(item.visit) if item.visit else None,
        "sentence": sentence,
        "advice": advice,
        "remedies": list(item.remedies),
        "note": left.note if left else None,
        "note_sending": app.wording.note_sending(item) or None,
        "carried_from": item.carried_from,
    }


def _verdict_words(app: App, verdict: Verdict, offer_id: UUID, day: date | None = None) -> str:
    words = VerdictWords(app.wording)
    offer = app.counter.offers.get(offer_id)
    today = day or app.counter.checking.moment().at.date()
    said = [words.headline(verdict), words.advice(verdict)]
    if offer is not None:
        said += words.notices(verdict, offer, today)
    return "\n".join(line for line in said if line)


def _register(app: App) -> dict[str, Any]:
    standing = app.counter.standing.standing()
    status = app.register.status()
    if status is None:
        return {"revision": 0, "count": 0, "verified_at": None, "age_hours": None}
    age = app.clock.now() - status.verified_at
    return {
        "revision": status.revision,
        "count": standing.register_count,
        "verified_at": _utc(status.verified_at),
        "age_hours": round(age.total_seconds() / 3600, 2),
    }


def _clock_words(app: App, standing: Standing) -> list[str]:
    """What a wrong clock did, how wrong it is, and how to put it right."""
    words, off_by = ClockWords(app.wording.translate), standing.clock_off
    said = [words.redated(len(app.clock.redated))] if app.clock.redated else []
    return [*said, words.wrong(off_by), words.mend(off_by)] if off_by else said


def _fault_words(said: DialogueWords, report: CycleReport) -> str:
    """What went wrong; a bug before all else, since nobody else will mend it."""
    codes = [fault.code for fault in report.faults]
    return said.fault(BUG if BUG in codes else codes[0]) if codes else ""


def _utc(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def _sync_status(report: CycleReport, *, attention: int) -> ExitStatus:
    if report.refused is not None or report.needs_code:
        return ExitStatus.NOT_ENROLLED
    if any(fault.code == BUG for fault in report.faults):
        return ExitStatus.BUG
    if not report.online or report.stopped:
        return ExitStatus.UNREACHABLE
    told = attention or report.faults or report.forked
    return ExitStatus.ATTENTION if told else ExitStatus.DONE
