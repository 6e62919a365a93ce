"""A connection between desk and register on which anything can happen, at any step of a cycle."""

import http.client
import random
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.helpers.faults import (
    FaultyServer,
    Misdeed,
    Request,
    problem,
    resets,
    sends,
    sends_nothing,
)

STEPS = {
    "desk": "GET /desk/v1/me ",
    "push": "POST /desk/v1/operations ",
    "register": "GET /desk/v1/register/",
    "offers": "GET /desk/v1/offers",
    "activity": "GET /desk/v1/activity",
}
"""The steps of a cycle, by the beginning of their requests."""
ENROLMENT = "enrolment"
_REQUESTS = {**STEPS, ENROLMENT: "POST /desk/v1/enrolments "}


@dataclass(frozen=True)
class Reply:
    """What the register itself said."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def sent(self, body: bytes | None = None, *, length: int | None = None) -> Misdeed:
        """Hand it on, or with another body."""
        headers = {
            name: value
            for name, value in self.headers.items()
            if name.lower() in {"content-encoding", "date", "retry-after"}
        }
        media_type = self.headers.get("content-type", "application/json")
        whole = self.body if body is None else body
        return sends(self.status, whole, media_type=media_type, headers=headers, length=length)


Fault = Callable[[Reply | None], Misdeed]
"""What is done to the connection. ``None`` is given to a fault that the register never hears of."""


def _before(misdeed: Misdeed) -> Fault:
    return lambda _: misdeed


def _cut(reply: Reply | None) -> Misdeed:
    assert reply is not None
    return reply.sent(reply.body[: len(reply.body) // 2], length=len(reply.body))


def _cut_clean(reply: Reply | None) -> Misdeed:
    assert reply is not None
    return reply.sent(reply.body[: len(reply.body) // 2])


BUSY = {"Retry-After": "7"}
UNPROCESSED: Mapping[str, Fault] = {
    "reset": _before(resets),
    "silence for ten minutes": _before(sends_nothing),
    "a page with 200": _before(sends(200, "<html>Sign in</html>", media_type="text/html")),
    "511": _before(sends(511, "<html>Sign in</html>", media_type="text/html")),
    "500": _before(sends(500, "Internal Server Error", media_type="text/plain")),
    "500 in JSON": _before(problem(500, "internal")),
    "502": _before(sends(502, "<html>Bad Gateway</html>", media_type="text/html")),
    "503": _before(problem(503, "unavailable", headers=BUSY)),
    "429": _before(problem(429, "rate_limited", headers=BUSY)),
    "a proxy that asks for a password": _before(
        sends(407, "Who are you?", headers={"Proxy-Authenticate": "Basic realm=hotel"})
    ),
    "a stranger's 401": _before(sends(401, "Unauthorized", media_type="text/plain")),
    "a stranger's 404": _before(sends(404, "<html>Not Found</html>", media_type="text/html")),
    "a stranger's 413": _before(sends(413, "<html>Too Large</html>", media_type="text/html")),
    "a redirect": _before(sends(302, headers={"Location": "https://portal.example/"})),
    "no HTTP": _before(lambda connection: connection.sendall(b"SSH-2.0-hotel\r\n\r\n")),
    "another's JSON": _before(sends(200, '{"status":"ok"}')),
    "deep JSON": _before(sends(200, "[" * 100_000)),
    "a number without end": _before(sends(200, '{"revision":' + "9" * 1_000_000 + "}")),
    "more than anybody can hold": _before(sends(200, b"[" + b"0," * (33 << 20) + b"0]")),
}
"""The register never hears of the request."""
PROCESSED: Mapping[str, Fault] = {
    "a lost reply": lambda _: resets,
    "a reply cut off": _cut,
    "a reply cut short": _cut_clean,
    "a reply without its end": lambda _: sends_nothing,
    "a page in the reply's place": _before(sends(200, "<html>", media_type="text/html")),
    "500 after the deed": _before(sends(500, "", media_type="text/plain")),
    "503 after the deed": _before(sends(503, "", media_type="text/plain", headers=BUSY)),
}
"""The register does its work, and the desk does not hear of it."""
FAULTS = {**UNPROCESSED, **PROCESSED}
SLOW = {"silence for ten minutes", "a reply without its end", "more than anybody can hold"}
"""They are as good as any other once; a long run has no time for them."""


class FaultProxy(FaultyServer):
    """Passes requests to the register at ``target``, save where ``fault`` strikes.

    ``fault`` names one of the faults and ``step`` where it strikes: a step of a cycle, or
    ``ENROLMENT``. With ``chance`` and a source
    of luck, faults strike anywhere, each by chance.
    """

    def __init__(
        self, target: str, *, chance: float = 0.0, luck: random.Random | None = None
    ) -> None:
        super().__init__()
        self.target = target
        self.fault: str | None = None
        self.step = ""
        self.struck = 0
        self.chance = chance
        self._luck = luck or random.Random(0)
        self._often = [name for name in FAULTS if name not in SLOW]

    @contextmanager
    def striking(self, fault: str, step: str) -> Iterator[None]:
        """Strike at this step until the block ends."""
        self.fault, self.step = fault, step
        try:
            yield
        finally:
            self.fault = None

    def answer(self, request: Request, connection: socket.socket) -> None:
        """Hand the request on and the reply back, or strike."""
        name = self._strikes(request)
        if name is None:
            self._ask(request).sent()(connection)
            return
        reply = self._ask(request) if name in PROCESSED else None
        self.struck += 1
        FAULTS[name](reply)(connection)

    def _strikes(self, request: Request) -> str | None:
        if self.fault is not None and request.line.startswith(_REQUESTS[self.step]):
            return self.fault
        if self.chance and self._luck.random() < self.chance:
            return self._luck.choice(self._often)
        return None

    def _ask(self, request: Request) -> Reply:
        method, path, _ = request.line.split(" ")
        parts = urlsplit(self.target)
        register = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        try:
            register.request(method, path, request.body or None, dict(request.headers))
            response = register.getresponse()
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, headers, response.read())
        except http.client.HTTPException as hung_up:  # so does the connection
            raise OSError("the register hung up") from hung_up
        finally:
            register.close()
