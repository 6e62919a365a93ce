"""``queue``, ``resolve`` and ``acknowledge``: what waits, was refused, or is missing."""

import argparse
from typing import Any

from desk_app.bootstrap.application import App
from desk_app.cli.command_results import CommandResult, utc
from desk_app.cli.exit_status import ExitStatus
from desk_app.messages.rejection_details import detail_of
from desk_app.messages.sync_words import SyncWords
from desk_app.services.inbox_items import RejectedItem, Resolution
from desk_app.services.status import DeskStatus
from sync.protocol import dump_operation


def queue(app: App, _: argparse.Namespace) -> CommandResult:
    """The operations that wait, and those that need a person. Works for a revoked desk too."""
    count = app.services.journal.count()
    items = app.services.rejections.items()
    attention = [item for item in items if item.escalated is None]
    standing = app.services.standing.standing()
    return CommandResult(
        {
            "pending": count.pending,
            "attention": [_refused(app, item) for item in attention],
            "sent": count.sent,
            "left": [_refused(app, item) for item in items if item.escalated is not None],
            "missing": dump_missing(standing),
        },
        "\n".join(
            [
                app.messages.waiting(standing),
                *(f"{item.id}  {' '.join(app.messages.refused(item))}" for item in attention),
                *filter(
                    None, [SyncWords(app.messages).missing_of(standing.missing, standing.desk)]
                ),
            ]
        ),
        ExitStatus.ATTENTION if attention or standing.missing else ExitStatus.DONE,
    )


def resolve(app: App, args: argparse.Namespace) -> CommandResult:
    """Resolve rejected operations: all that were named, or none."""
    rejections = app.services.rejections
    if args.action is Resolution.AGAIN:
        rejections.send_again(*args.ids, operator=args.operator)
    elif args.action is Resolution.WITHDRAW:
        rejections.withdraw(*args.ids, operator=args.operator)
    elif args.action is Resolution.SEEN:
        rejections.see(*args.ids, operator=args.operator)
    else:
        rejections.leave(*args.ids, note=args.note or "", operator=args.operator)
    count = app.services.journal.count()
    return CommandResult(
        {
            "resolved": [str(operation_id) for operation_id in args.ids],
            "pending": count.pending,
            "attention": count.attention,
        },
        app.messages.resolved(),
    )


def acknowledge(app: App, _: argparse.Namespace) -> CommandResult:
    """Confirm having read what is missing; it is told no more."""
    count = app.services.standing.acknowledge_missing()
    return CommandResult({"acknowledged": count}, SyncWords(app.messages).acknowledged(count))


def dump_missing(standing: DeskStatus) -> dict[str, Any] | None:
    """Operations that were lost before they were sent."""
    missing = standing.missing
    if missing is None:
        return None
    times = {"first": utc(missing.first), "last": utc(missing.last)}
    return {"count": missing.count, "sought": missing.sought, **times}


def _refused(app: App, item: RejectedItem) -> dict[str, Any]:
    sentence, advice = app.messages.refused(item)
    escalated = item.escalated
    return {
        "id": str(item.id),
        "code": item.code,
        "detail": detail_of(item.detail),
        "waits": item.waits,
        "venue": item.venue,
        "visit": dump_operation(item.visit) if item.visit else None,
        "sentence": sentence,
        "advice": advice,
        "remedies": list(item.resolutions),
        "note": escalated.note if escalated else None,
        "note_sending": app.messages.note_sending(item) or None,
        "carried_from": item.carried_from,
        "also_at": [each.desk_name for each in item.also],
    }
