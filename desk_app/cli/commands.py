"""The commands: each takes the desk and its arguments, and returns a result."""

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from desk_app.bootstrap import unattended_enrolment
from desk_app.bootstrap.application import App
from desk_app.cli.command_results import CommandResult, print_to_stderr, utc
from desk_app.cli.diagnostic_commands import EXAMINATIONS, DesklessCommand
from desk_app.cli.exit_status import ExitStatus
from desk_app.cli.export_commands import carry_in, carry_out, export
from desk_app.cli.handover_command import hand_over
from desk_app.cli.key_commands import restore_key
from desk_app.cli.neighbours_command import neighbours
from desk_app.cli.offer_arguments import asked_offer
from desk_app.cli.queue_commands import acknowledge, dump_missing, queue, resolve
from desk_app.cli.scan_command import scan
from desk_app.cli.season_command import season
from desk_app.cli.verdict_data import dump_verdict
from desk_app.messages.clock import ClockWords
from desk_app.messages.doubts import DOUBTS
from desk_app.messages.sentences import sentences
from desk_app.messages.sync_words import SyncWords
from desk_app.messages.verdicts import VerdictWords
from desk_app.services.checking import Checked, Doubt
from desk_app.services.errors import OfferNotFoundError, RefusedError, WorkWaitsError
from desk_app.services.offer_creation import OfferRequest
from desk_app.services.recording import Recorded, TicketsRequest, VisitRequest
from desk_app.services.status import DeskStatus
from sync.cycle_report import BUG, CycleReport
from sync.protocol import dump_offer, dump_policy, dump_venue
from sync.rules.entitlement import Verdict
from sync.rules.offers import Offer
from sync.rules.tickets import KINDS

Command = Callable[[App, argparse.Namespace], CommandResult]


def enrol(app: App, args: argparse.Namespace) -> CommandResult:
    """Enrol the desk; then the first sync is the user's next step.

    Where work waits, it is asked first: under another venue or register it would be held back.
    """
    waiting = app.services.journal.count().pending
    if waiting and not args.yes and app.desk.record() is not None:
        _ask_whether_to_enrol(app, waiting)
    record = unattended_enrolment.enrol(
        app,
        app.policy,
        address=args.api,
        code=args.code,
        code_file=args.code_file,
        name=args.name,
        ca_file=args.ca,
    )
    return CommandResult(
        {
            "desk_id": str(record.desk_id),
            "venue": dump_venue(record.venue),
            "policy": dump_policy(record.policy),
            **({"venues": [dump_venue(each) for each in record.venues]} if record.venues else {}),
        },
        app.messages.enrolled(record),
    )


def _ask_whether_to_enrol(app: App, waiting: int) -> None:
    """Ask at the terminal; raises ``WorkWaitsError`` where nobody says yes."""
    if not sys.stdin.isatty():
        raise WorkWaitsError(waiting=str(waiting))
    print_to_stderr(" ".join(app.messages.error(WorkWaitsError(waiting=str(waiting)))))
    if input().strip().lower() not in {"y", "yes", "k", "kyllä", "j", "ja"}:
        raise WorkWaitsError(waiting=str(waiting))


def sync(app: App, args: argparse.Namespace) -> CommandResult:
    """One whole cycle in the foreground."""
    report = app.sync_once(timeout=args.timeout)
    standing = app.services.standing.standing()
    words = SyncWords(app.messages)
    return CommandResult(
        {
            "online": report.online,
            "sent": report.sent,
            "accepted": report.accepted,
            "rejected": report.rejected,
            "pending": standing.queue.pending,
            "register": _register(app),
            "redated": [
                {"visit_id": str(each.id), "before": utc(each.before), "after": utc(each.after)}
                for each in app.clock.redated
            ],
            "resent": report.resent,
            "forked": report.forked,
            "missing": dump_missing(standing),
            "faults": [
                {"direction": str(fault.direction), "code": fault.code} for fault in report.faults
            ],
        },
        sentences(
            app.messages.waiting(standing),
            app.messages.register_age(standing, app.clock.now()),
            *_clock_words(app, standing),
            words.resent(report.resent),
            words.forked() if report.forked else "",
            words.needs_code() if report.needs_code else "",
            words.missing_of(standing.missing, standing.desk),
            _fault_words(words, report),
        ),
        _sync_status(
            report, attention=standing.queue.attention > 0 or standing.missing is not None
        ),
    )


def offers(app: App, _: argparse.Namespace) -> CommandResult:
    """The offers in the cache."""
    app.services.checking.desk()
    known = app.services.offers.all()
    return CommandResult(
        {"offers": [dump_offer(offer) for offer in known]},
        "\n".join("  ".join(filter(None, (str(offer.id), *_named(app, offer)))) for offer in known),
    )


def _named(app: App, offer: Offer) -> tuple[str, str]:
    return app.messages.offer_name(offer), app.messages.offer_venue(offer)


def check(app: App, args: argparse.Namespace) -> CommandResult:
    """The verdict on a card."""
    checked = app.services.online_lookup.check(
        args.number, args.offer, on=args.on, value_cents=args.value_cents
    )
    verdict = checked.verdict
    return CommandResult(
        dump_verdict(verdict) | _other_number(checked),
        _verdict_words(app, verdict, args.offer, args.on),
        ExitStatus.DONE if verdict.admits else ExitStatus.REFUSED,
        beside=_doubt(app, checked),
    )


def record(app: App, args: argparse.Namespace) -> CommandResult:
    """Record a visit; it is on the disk when the answer is printed."""
    checked = app.services.online_lookup.check(args.number, args.offer)
    return _recorded(app, checked, lambda: app.services.recording.record(_asked(args)))


def correct(app: App, args: argparse.Namespace) -> CommandResult:
    """Void a visit and record the one that replaces it, in one transaction."""
    checked = app.services.online_lookup.check(args.number, args.offer)
    asked = _asked(args)
    return _recorded(app, checked, lambda: app.services.correcting.correct(args.visit, asked))


def add_offer(app: App, args: argparse.Namespace) -> CommandResult:
    """Add an offer of the venue's own."""
    asked = asked_offer(args, OfferRequest(name_fi=args.name_fi))
    return _offer_answer(app, app.services.offer_creation.add(asked))


def change_offer(app: App, args: argparse.Namespace) -> CommandResult:
    """Change an offer of the venue's own."""
    known = app.services.offers.get(args.offer)
    if known is None:
        raise OfferNotFoundError(offer=str(args.offer))
    asked = asked_offer(args, OfferRequest.of(known))
    return _offer_answer(app, app.services.offer_creation.revise(args.offer, asked))


def withdraw_offer(app: App, args: argparse.Namespace) -> CommandResult:
    """Withdraw an offer of the venue's own."""
    return _offer_answer(app, app.services.offer_creation.withdraw(args.offer))


def _offer_answer(app: App, offer: Offer) -> CommandResult:
    return CommandResult(
        {"offer_id": str(offer.id)}, f"{offer.id}  {app.messages.offer_name(offer)}"
    )


def void(app: App, args: argparse.Namespace) -> CommandResult:
    """Void a visit."""
    voided = app.services.voiding.void(args.visit, args.reason)
    return CommandResult({"operation_id": str(voided.id)}, app.messages.voided())


def forget_pin(app: App, _: argparse.Namespace) -> CommandResult:
    """Remove a forgotten PIN, as administrator."""
    had_pin = app.services.lock.has_pin()
    app.services.lock.forget_pin()
    return CommandResult({"removed": had_pin}, app.messages.pin_forgotten())


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
    "hand-over": hand_over,
    "season": season,
    "neighbours": neighbours,
    "resolve": resolve,
    "acknowledge": acknowledge,
    "forget-pin": forget_pin,
}

WITHOUT_DESK: Mapping[str, DesklessCommand] = {
    **EXAMINATIONS,
    "scan": scan,
    "restore-key": restore_key,
}
"""Commands that open no desk, and create none."""


def _asked(args: argparse.Namespace) -> VisitRequest:
    return VisitRequest(
        number=args.number,
        offer_id=args.offer,
        tickets=TicketsRequest(**{kind.name: getattr(args, kind.name) for kind in KINDS}),
        entry=args.entry,
        provisional=args.provisional,
        printed_valid_until=args.printed_valid_until,
        at=args.recorded_at,
        operator=args.operator,
        value_cents=args.value_cents,
    )


def _recorded(app: App, checked: Checked, action: Callable[[], Recorded]) -> CommandResult:
    beside = _doubt(app, checked)
    try:
        recorded = action()
    except RefusedError as refused:
        verdict = refused.verdict
        data = {"visit_id": None, "verdict": dump_verdict(verdict), "state": "refused"}
        words = _verdict_words(app, verdict, checked.offer.id)
        return CommandResult(data | _other_number(checked), words, ExitStatus.REFUSED, beside)
    data = {
        "visit_id": str(recorded.visit.id),
        "verdict": dump_verdict(recorded.verdict),
        "state": "pending",
    }
    words = app.messages.recorded(recorded.visit)
    return CommandResult(data | _other_number(checked), words, beside=beside)


def _other_number(checked: Checked) -> dict[str, str]:
    """The number that was judged, where it is not the one that was given."""
    if checked.number is None or checked.doubt is not Doubt.CHECK_CHARACTER:
        return {}
    return {"number": checked.number}


def _doubt(app: App, checked: Checked) -> str:
    if checked.doubt is None:
        return ""
    hint = app.messages.translate("Hint", DOUBTS[checked.doubt])
    return ": ".join([*_other_number(checked).values(), hint])


def _verdict_words(app: App, verdict: Verdict, offer_id: UUID, day: date | None = None) -> str:
    words = VerdictWords(app.messages)
    offer = app.services.offers.get(offer_id)
    today = day or app.services.checking.moment().at.date()
    texts = [words.headline(verdict), words.advice(verdict)]
    if offer is not None:
        texts += words.notices(verdict, offer, today)
    return "\n".join(line for line in texts if line)


def _register(app: App) -> dict[str, Any]:
    standing = app.services.standing.standing()
    status = app.register.status()
    if status is None:
        return {"revision": 0, "count": 0, "verified_at": None, "age_hours": None}
    age = app.clock.now() - status.verified_at
    return {
        "revision": status.revision,
        "count": standing.register_count,
        "verified_at": utc(status.verified_at),
        "age_hours": round(age.total_seconds() / 3600, 2),
    }


def _clock_words(app: App, standing: DeskStatus) -> list[str]:
    """Messages about a wrong clock: its effect, its error, and how to fix it."""
    words, off_by = ClockWords(app.messages.translate), standing.clock_off
    texts = [words.redated(len(app.clock.redated))] if app.clock.redated else []
    return [*texts, words.wrong(off_by), words.repair_advice(off_by)] if off_by else texts


def _fault_words(words: SyncWords, report: CycleReport) -> str:
    """The message of a fault; a bug comes first, since nobody else will fix it."""
    codes = [fault.code for fault in report.faults]
    return words.fault(BUG if BUG in codes else codes[0]) if codes else ""


def _sync_status(report: CycleReport, *, attention: bool) -> ExitStatus:
    if report.refused is not None or report.needs_code:
        return ExitStatus.NOT_ENROLLED
    if any(fault.code == BUG for fault in report.faults):
        return ExitStatus.BUG
    if not report.online or report.stopped:
        return ExitStatus.UNREACHABLE
    needs_attention = attention or report.faults or report.forked
    return ExitStatus.ATTENTION if needs_attention else ExitStatus.DONE
