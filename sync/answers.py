"""Interprets an HTTP answer: a message of the contract, or one of the errors.

No text of the answer gets into an error's ``detail``: it may contain a card number.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TypeVar

from sync.errors import (
    ActivationRefusedError,
    BrokenAnswerError,
    BusyError,
    CardUnknownError,
    CentralFaultError,
    CursorGoneError,
    DeskRefusedError,
    RequestRefusedError,
    RevisionGoneError,
)
from sync.pages import parse_message
from sync.protocol import Problem
from sync.rules.bounds import is_believable

LONGEST_WAIT = 3600.0
"""Ours: seconds; a longer ``Retry-After`` is taken for a mistake, and bounded."""

_Shape = TypeVar("_Shape")
_CODE = re.compile("[a-z][a-z0-9_]{0,49}")
_SECONDS = re.compile("[0-9]{1,9}")
_BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}

_REFUSALS: dict[tuple[int, str], type[CentralFaultError]] = {
    (400, "malformed_json"): RequestRefusedError,
    (401, "token_invalid"): DeskRefusedError,
    (401, "desk_revoked"): DeskRefusedError,
    (404, "activation_unknown"): ActivationRefusedError,
    (404, "card_unknown"): CardUnknownError,
    (404, "offer_unknown"): RequestRefusedError,
    (410, "activation_expired"): ActivationRefusedError,
    (410, "activation_used"): ActivationRefusedError,
    (410, "cursor_gone"): CursorGoneError,
    (410, "revision_gone"): RevisionGoneError,
    (413, "too_large"): RequestRefusedError,
    (422, "malformed"): RequestRefusedError,
}
"""The contract's own refusals. Any other answer with such a status is not the register's."""


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """An answer as received. ``what`` names the call for the log; ``body`` is decoded."""

    what: str
    status: int
    media_type: str
    retry_after: str | None = None
    date: str | None = None
    body: bytes = field(default=b"", repr=False)

    @property
    def is_json(self) -> bool:
        """Whether it says that it is JSON, a problem in JSON included."""
        return self.media_type in {"application/json", "application/problem+json"}


def parse_answer(answer: HttpAnswer, shape: type[_Shape], *, status: int) -> _Shape:
    """Parse the message in an answer of ``status``. Raises a ``CentralFaultError``."""
    if answer.status != status:
        raise error_of(answer)
    if not answer.is_json:
        # A portal's page in the register's place.
        code = "captive_portal" if answer.media_type == "text/html" else None
        raise BrokenAnswerError(f"{answer.what}: the answer is not JSON", code=code)
    try:
        return parse_message(shape, answer.body)
    except (ValueError, ArithmeticError, RecursionError) as wrong:
        raise BrokenAnswerError(f"{answer.what}: the answer has the wrong shape") from wrong


def error_of(answer: HttpAnswer) -> CentralFaultError:
    """The error for an answer of an unexpected status."""
    code = _problem_code(answer)
    detail = f"{answer.what}: {answer.status} {code or 'without a code'}"
    if answer.status in _BUSY:
        # Only the register may tell how long to wait.
        retry_after = 0.0 if code is None else _retry_after(answer)
        return BusyError(detail, retry_after=retry_after, code=code)
    if code is not None:
        kind = _REFUSALS.get((answer.status, code))
        if kind is None and answer.status == HTTPStatus.UNSUPPORTED_MEDIA_TYPE:
            kind = RequestRefusedError  # the contract gives it no code of its own
        if kind is not None:
            return kind(detail, code=code)
    if answer.status == HTTPStatus.NETWORK_AUTHENTICATION_REQUIRED:
        return BrokenAnswerError(detail, code="captive_portal")
    return BrokenAnswerError(detail)


def is_registers_own(answer: HttpAnswer, fault: CentralFaultError | None) -> bool:
    """Whether an answer, read with this outcome, was understood as the register's.

    Either it is the message that was asked for, or a problem of the contract.
    """
    if fault is None:
        return True
    return not isinstance(fault, BrokenAnswerError) and _problem_code(answer) is not None


def answer_time(answer: HttpAnswer) -> datetime | None:
    """The answer's time in UTC; ``None`` for one that no clock can have.

    It is the register's time only where :func:`is_registers_own`.
    """
    at = _http_date(answer.date)
    return at if at is not None and is_believable(at) else None


def _problem_code(answer: HttpAnswer) -> str | None:
    """The code of a problem as the contract has it, with the status that belongs to it."""
    if answer.media_type != "application/problem+json":
        return None
    try:
        problem = parse_message(Problem, answer.body)
    except (ValueError, ArithmeticError, RecursionError):  # then it is no problem of ours
        return None
    if problem.status not in {0, answer.status} or not _CODE.fullmatch(problem.code):
        return None
    statuses = {status for status, code in _REFUSALS if code == problem.code}
    return problem.code if not statuses or answer.status in statuses else None


def _retry_after(answer: HttpAnswer) -> float:
    """Seconds to wait; 0 where the answer does not say."""
    value = (answer.retry_after or "").strip()
    if _SECONDS.fullmatch(value):
        return min(float(value), LONGEST_WAIT)
    until, since = _http_date(value), answer_time(answer)
    if until is None or since is None:  # the desk's own clock may be wrong
        return 0.0
    return min(max((until - since).total_seconds(), 0.0), LONGEST_WAIT)


def _http_date(value: str | None) -> datetime | None:
    try:
        at = parsedate_to_datetime(value or "")
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
