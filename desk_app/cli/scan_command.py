"""``scan``: decodes the codes in pictures, without desk, store or network."""

import argparse
import json
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk_app.cli.command_results import CommandResult
from desk_app.cli.exit_status import ExitStatus
from desk_app.config.machine_policy import MachinePolicy
from desk_app.messages import Messages
from desk_app.services.cameras import Code
from desk_app.services.errors import FileUnreadableError
from desk_app.services.picture_errors import PictureError
from sync.rules.payloads import CardRead, EnrolmentRead, parse_payload
from sync.rules.texts import visible

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Looked:
    """A picture, the codes in it, and why it could not be read to its end."""

    path: Path
    codes: list[Code] = field(default_factory=list)
    unsure: list[Code] = field(default_factory=list)
    refused: Exception | None = None


def scan(args: argparse.Namespace, messages: Messages, _: MachinePolicy) -> CommandResult:
    """Decode each picture, whatever becomes of the others.

    The status is 0 where every picture could be read, with codes in it or none; 4 where some
    could not, 2 where none could.
    """
    looked = [_look(path) for path in args.pictures]
    refused = sum(each.refused is not None for each in looked)
    status = ExitStatus.DONE
    if refused:
        status = ExitStatus.BAD_USAGE if refused == len(looked) else ExitStatus.ATTENTION
    return CommandResult(
        {"results": [_result(messages, each) for each in looked]},
        "\n".join(line for each in looked for line in _lines(messages, each)),
        status,
        beside="\n".join(" ".join(messages.error(each.refused)) for each in looked if each.refused),
    )


def _look(path: Path) -> _Looked:
    # OpenCV takes long to load, and no other command needs it.
    from desk_app.devices.barcode.decoder import Decoder  # noqa: PLC0415 - see above
    from desk_app.devices.barcode.pictures import open_picture  # noqa: PLC0415 - see above

    looked, decoder = _Looked(path), Decoder()
    try:
        for page in open_picture(path):
            seen = decoder.read_picture(page)
            looked.codes += [code for code in seen.sure() if code not in looked.codes]
            looked.unsure += [code for code in seen.unsure() if code not in looked.unsure]
    except (PictureError, FileUnreadableError) as refused:
        looked.refused = refused
    except Exception as bug:  # noqa: BLE001 - logged and said; the other pictures are answered
        _log.exception("a picture could not be looked at")
        looked.refused = bug
    return looked


def _result(messages: Messages, looked: _Looked) -> dict[str, Any]:
    sure = [
        {"format": code.symbology, "text": code.text, "card_number": _number(code), "sure": True}
        for code in looked.codes
    ]
    # A doubtful result is no card number, so that callers need only look at one field.
    unsure = [
        {"format": code.symbology, "text": code.text, "card_number": None, "sure": False}
        for code in looked.unsure
    ]
    result: dict[str, Any] = {"file": str(looked.path), "codes": sure + unsure}
    if looked.refused is not None:
        message, next_step = messages.error(looked.refused)
        result["error"] = {
            "code": getattr(looked.refused, "code", "bug"),
            "message": message,
            "next_step": next_step,
        }
    return result


def _lines(messages: Messages, looked: _Looked) -> list[str]:
    name = visible(str(looked.path))
    if not looked.codes and not looked.unsure and looked.refused is None:
        return [f"{name}: {messages.no_code()}"]
    return [
        *(f"{name}: {_described(messages, code)}" for code in looked.codes),
        *(f"{name}: {_guessed(messages, code)}" for code in looked.unsure),
    ]


def _described(messages: Messages, code: Code) -> str:
    reading = parse_payload(code.text, code.symbology)
    if isinstance(reading, CardRead):
        return f"{code.symbology}  {reading.number}"
    # In quotes and escaped: a text from nobody knows where is not let loose on a terminal.
    quoted = json.dumps(code.text)
    if isinstance(reading, EnrolmentRead):
        return f"{code.symbology}  {quoted}: {messages.enrolment_code(reading.link.api_url)}"
    return f"{code.symbology}  {quoted}: {messages.foreign(reading.what)[0]}"


def _guessed(messages: Messages, code: Code) -> str:
    return f"{code.symbology}  {json.dumps(code.text)}: {messages.unsure_code()}"


def _number(code: Code) -> str | None:
    reading = parse_payload(code.text, code.symbology)
    return reading.number if isinstance(reading, CardRead) else None
