"""The HTTP client of the register: URLs, headers and time-outs.

Every network error is raised as one of :mod:`sync.errors`. Its ``__cause__`` is the innermost one:
those around it quote the URL, which may contain a card number.
"""

import gzip
import logging
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any, TypeVar
from urllib.parse import quote
from uuid import UUID

import requests

from sync.adapter import Adapter, Bearer
from sync.address import parse_address
from sync.answers import HttpAnswer, answer_time, is_registers_own, parse_answer
from sync.certificates import tls_context
from sync.closing import ClosedOnExit
from sync.errors import (
    BrokenAnswerError,
    CentralFaultError,
    DeskRefusedError,
    NotSupportedError,
    RequestRefusedError,
)
from sync.messages import (
    MOST_A_FEED_PAGE,
    MOST_CARDS_A_PAGE,
    ActivityPage,
    CardAnswer,
    CardsPage,
    ChangesPage,
    Enrolment,
    EnrolmentRequest,
    Health,
    Me,
    NewToken,
    OfferFeedPage,
    OperationResult,
    OperationsAnswer,
    ShareAnswer,
    ShareRequest,
    StandingAnswer,
    StandingReport,
)
from sync.protocol import (
    MOST_OPERATIONS_BYTES,
    CardLookup,
    write_enrolment,
    write_operation,
    write_share,
    write_standing,
)
from sync.receiving import NETWORK_ERRORS, innermost, mapped_error, receive
from sync.rules.visits import Operation
from sync.signatures import parse_register_key

MOST_BYTES = 1 << 20
"""Ours: bytes of a decoded answer."""
MOST_PAGE_BYTES = 64 << 20
"""Ours: bytes of a decoded page of the register or of a feed."""
MOST_FETCHED_BYTES = 512 << 20
"""Ours: bytes of all pages of the register, or of one feed, in one cycle; a million cards fit."""
LONGEST_FETCHED_ANSWER = 20.0
"""Ours: seconds. What is recorded meanwhile is sent between two answers, and should not wait."""
_WORTH_COMPRESSING = 1024
_NOT_KNOWN = {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}

OnRegisterTime = Callable[[datetime], None]
"""Receives the register's own time (UTC) from its answers."""
_Shape = TypeVar("_Shape")


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: to connect, for the header and between two pieces, and for the whole answer."""

    connect: float = 5.0
    read: float = 30.0
    whole: float = 60.0

    def within(self, seconds: float | None) -> "Timeouts":
        """The same, but none longer than ``seconds``."""
        if seconds is None:
            return self
        own = (self.connect, self.read, self.whole)
        return Timeouts(*(min(each, seconds) for each in own))


class HttpCentral(ClosedOnExit):
    """The register, for one enrolled desk, over one connection that is kept alive.

    It is used by one thread at a time. ``timeout`` bounds every call, in seconds. Raises
    ``UnreachableError`` (``insecure_address``, ``ca_file_unusable``) before anything is sent.
    """

    def __init__(
        self,
        api_url: str,
        token: str,
        *,
        ca_file: str | None = None,
        timeout: float | None = None,
        on_register_time: OnRegisterTime | None = None,
    ) -> None:
        if not _is_sendable(token):
            raise DeskRefusedError("the desk's token cannot be sent: it is damaged")
        self._http = _Session(
            api_url,
            token=token,
            ca_file=ca_file,
            timeout=timeout,
            on_register_time=on_register_time,
        )

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def me(self) -> Me:
        """This desk in the register."""
        return self._http.get("/me", Me)

    def standing(self, report: StandingReport) -> StandingAnswer:
        """Send the desk's status report."""
        body = write_standing(report)
        return self._http.post("/standing", StandingAnswer, body, is_new=True)

    def new_token(self) -> NewToken:
        """A token for the next calls, which can be sent."""
        renewed = self._http.post("/token", NewToken, b"{}", is_new=True)
        if not _is_sendable(renewed.token):
            raise BrokenAnswerError("POST /token: no usable token")
        return renewed

    def cards(self, after: str | None, limit: int = MOST_CARDS_A_PAGE) -> CardsPage:
        """A page of the register."""
        query = _query(after=after, limit=limit)
        return self._http.get("/register/cards", CardsPage, query, most=MOST_PAGE_BYTES)

    def changes(self, after: int, limit: int = MOST_CARDS_A_PAGE) -> ChangesPage:
        """The changes of the register."""
        query = _query(after=after, limit=limit)
        return self._http.get("/register/changes", ChangesPage, query, most=MOST_PAGE_BYTES)

    def card(self, number: str) -> CardAnswer:
        """One card. An older register is asked in the older way, with the number in the address."""
        try:
            body = CardLookup(number=number).model_dump_json().encode()
            return self._http.post("/cards/lookup", CardAnswer, body, is_new=True)
        except NotSupportedError:
            path = f"/cards/{quote(number, safe='')}"
            return self._http.get(path, CardAnswer, what="GET /cards/…")

    def offers(self, after: str | None, limit: int = MOST_A_FEED_PAGE) -> OfferFeedPage:
        """Offers since a cursor. A register that knows no ``limit`` sends its usual page."""
        return self._feed("/offers", OfferFeedPage, after, limit)

    def submit(self, operations: list[Operation]) -> list[OperationResult]:
        """Send operations.

        A batch beyond 1 MiB is refused here already, as the register would.
        """
        body = b'{"operations":[%b]}' % b",".join(map(write_operation, operations))
        if len(body) > MOST_OPERATIONS_BYTES:
            raise RequestRefusedError("POST /operations: beyond 1 MiB", code="too_large")
        return self._http.post("/operations", OperationsAnswer, body).results

    def activity(self, after: str | None, limit: int = MOST_A_FEED_PAGE) -> ActivityPage:
        """The venue's visits since a cursor."""
        return self._feed("/activity", ActivityPage, after, limit)

    def share(self, offer_id: UUID, request: ShareRequest) -> ShareAnswer:
        """Ask for a share of an offer's quota."""
        path, body = f"/shares/{offer_id}", write_share(request)
        return self._http.post(path, ShareAnswer, body, is_new=True, method="PUT")

    def _feed(self, path: str, shape: type[_Shape], after: str | None, limit: int) -> _Shape:
        query = _query(after=after, limit=None if limit == MOST_A_FEED_PAGE else limit)
        return self._http.get(path, shape, query, most=MOST_PAGE_BYTES)


def request_enrolment(
    api_url: str,
    request: EnrolmentRequest,
    *,
    ca_file: str | None = None,
    timeout: float | None = None,
    on_register_time: OnRegisterTime | None = None,
) -> Enrolment:
    """Exchange an activation code for a token. Raises ``CentralFaultError`` in one of its forms.

    The answer's token can be sent, and its key is a key.
    """
    body = write_enrolment(request)
    http_session = _Session(
        api_url, token=None, ca_file=ca_file, timeout=timeout, on_register_time=on_register_time
    )
    try:
        enrolment = http_session.post("/enrolments", Enrolment, body, status=HTTPStatus.CREATED)
    finally:
        http_session.close()
    try:
        parse_register_key(enrolment.register_key)
    except ValueError as wrong:
        raise BrokenAnswerError("POST /enrolments: no usable key") from wrong
    if not _is_sendable(enrolment.token):
        raise BrokenAnswerError("POST /enrolments: no usable token")
    return enrolment


def ask_health(
    api_url: str,
    *,
    ca_file: str | None = None,
    timeout: float | None = None,
    on_register_time: OnRegisterTime | None = None,
) -> Health:
    """Whether the register is up. Raises ``CentralFaultError`` in one of its forms."""
    http_session = _Session(
        api_url, token=None, ca_file=ca_file, timeout=timeout, on_register_time=on_register_time
    )
    try:
        return http_session.get("/health", Health)
    finally:
        http_session.close()


class _Session:
    """One HTTP session: sends a request, returns a message or raises an error."""

    def __init__(
        self,
        api_url: str,
        *,
        token: str | None,
        ca_file: str | None,
        timeout: float | None,
        on_register_time: OnRegisterTime | None,
    ) -> None:
        address = parse_address(api_url)
        self._base = address.base
        self._timeouts = Timeouts().within(timeout)
        self._on_register_time = on_register_time
        self._verify: str | bool = ca_file or True
        self._session = requests.Session()
        # Neither a proxy nor anything else of the environment for this very machine.
        self._session.trust_env = not address.is_loopback
        self._session.auth = Bearer(token)
        self._session.headers.update(
            {"Accept": "application/json", "Accept-Encoding": "gzip", "User-Agent": "kaikuluukku"}
        )
        is_tls = self._base.startswith("https:")
        self._session.mount(self._base, Adapter(tls_context(ca_file) if is_tls else None))
        self._received = Counter[str]()
        # It logs whole URLs, card numbers and all; our errors report what goes wrong.
        logging.getLogger("urllib3").setLevel(logging.CRITICAL)

    def close(self) -> None:
        self._session.close()

    def get(
        self,
        path: str,
        shape: type[_Shape],
        query: Mapping[str, str] | None = None,
        *,
        what: str | None = None,
        most: int = MOST_BYTES,
    ) -> _Shape:
        what = what or f"GET {path}"
        whose = path.split("/")[1]
        most = min(most, MOST_FETCHED_BYTES - self._received[whose])
        timeouts = self._timeouts.within(LONGEST_FETCHED_ANSWER)
        answer = self._ask("GET", path, timeouts, what=what, most=most, params=query)
        self._received[whose] += len(answer.body)
        return self._parse(answer, shape, HTTPStatus.OK)

    def post(
        self,
        path: str,
        shape: type[_Shape],
        body: bytes,
        *,
        status: int = HTTPStatus.OK,
        is_new: bool = False,
        method: str = "POST",
    ) -> _Shape:
        """Send a body. A call that ``is_new`` may be one that an older register does not know."""
        headers = {"Content-Type": "application/json"}
        if len(body) > _WORTH_COMPRESSING:
            headers["Content-Encoding"] = "gzip"
            body = gzip.compress(body, compresslevel=6, mtime=0)
        what = f"{method} {path}"
        sent = {"data": body, "headers": headers}
        answer = self._ask(method, path, self._timeouts, what=what, most=MOST_BYTES, **sent)
        try:
            return self._parse(answer, shape, status)
        except BrokenAnswerError as unknown:
            if is_new and answer.status in _NOT_KNOWN:
                raise NotSupportedError(unknown.detail) from None
            raise

    def _parse(self, answer: HttpAnswer, shape: type[_Shape], status: int) -> _Shape:
        """Parse the message. Time is taken from the register only: anybody can say ``Date``."""
        try:
            message = parse_answer(answer, shape, status=status)
        except CentralFaultError as fault:
            self._report_time(answer, fault)
            raise
        self._report_time(answer, None)
        return message

    def _report_time(self, answer: HttpAnswer, fault: CentralFaultError | None) -> None:
        at = answer_time(answer)
        if (
            at is not None
            and self._on_register_time is not None
            and is_registers_own(answer, fault)
        ):
            self._on_register_time(at)

    def _ask(
        self,
        method: str,
        path: str,
        timeouts: Timeouts,
        *,
        what: str,
        most: int,
        **sent: Any,  # noqa: ANN401 - handed on to requests
    ) -> HttpAnswer:
        until = time.monotonic() + timeouts.whole
        try:
            with self._session.request(
                method,
                self._base + path,
                timeout=(timeouts.connect, timeouts.read),
                verify=self._verify,
                allow_redirects=False,
                stream=True,
                **sent,
            ) as response:
                answer = receive(response, what=what, most=most, until=until)
        except NETWORK_ERRORS as error:
            raise mapped_error(error, what) from innermost(error)
        return answer


def _query(**given: object) -> dict[str, str]:
    return {name: str(value) for name, value in given.items() if value is not None}


def _is_sendable(token: str) -> bool:
    """Whether a header takes it. An error about one that it does not take would quote it."""
    return token.isascii() and token.isprintable() and " " not in token and token != ""
