"""Results of commands: one JSON object, or text in the user's language."""

import json
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk_app.cli.exit_status import ExitStatus
from desk_app.cli.standard_streams import print_line
from sync.rules.texts import visible


@dataclass(frozen=True, slots=True)
class CommandResult:
    """A command's result: an object for programs, lines for people, and a status.

    ``beside`` is what went wrong with a part of it, in words.
    """

    data: dict[str, Any]
    words: str
    status: ExitStatus = ExitStatus.DONE
    beside: str = ""


def print_result(answer: CommandResult, *, as_json: bool) -> None:
    """Print the result on standard output, JSON in ASCII, and partial errors beside it."""
    text = json.dumps(answer.data) if as_json else _on_a_terminal(answer.words)
    if text:
        print_line(text, sys.stdout)
    if answer.beside:
        print_to_stderr(answer.beside)


def print_to_stderr(text: str) -> None:
    """Print a message to the user on standard error, beside the result."""
    print_line(_on_a_terminal(text), sys.stderr)


def print_command_error(code: str, texts: tuple[str, str], *, as_json: bool) -> None:
    """Print an error and the next step: text on standard error, and JSON if asked for."""
    print_to_stderr(" ".join(texts))
    if as_json:
        print_error(code, *texts)


def print_error(code: str, message: str, next_step: str) -> None:
    """Print an error on standard output as the contract's JSON object."""
    error = {"code": code, "message": message, "next_step": next_step}
    print_line(json.dumps({"error": error}), sys.stdout)


def _on_a_terminal(text: str) -> str:
    """The lines made safe for a terminal: no colours, and no change of direction."""
    return "\n".join(map(visible, text.split("\n")))


def utc(at: datetime) -> str:
    """A time as the contract writes it."""
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
