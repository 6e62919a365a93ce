"""Metrics for Prometheus: amounts, times and failures, never a person or a card number.

The metrics have a port of their own on the loopback address (``run --metrics-port``): behind a
proxy every caller of the Desk API seems to come from the machine itself, so that nothing in the
API could tell the administrator from the world.
"""

import logging
from collections import Counter as Count
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.messages import OperationResult
from sync.server.api.unknown_callers import LogLimiter

HOST = "127.0.0.1"
_OTHER = "other"
"""The route of what is no call of the API: guesses from outside must not each become a series."""
_MEANINGS = {
    "register_revision": "The register's revision",
    "register_cards": "Cards",
    "desks_pending": "Operations that wait at desks, as they tell",
    "desks_attention": "Refusals that wait for a person at desks",
    "desks_forked": "Desks in use twice, or put back from a copy",
    "desks_silent": "Desks that told nothing for a day",
}
_log = logging.getLogger(__name__)


class Metrics:
    """One server process's metrics.

    ``summary`` asks the database for the register's own, which are the same from every process.
    """

    def __init__(self, summary: Callable[[], Mapping[str, int]]) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "kaikukanta_requests",
            "Answered requests",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "kaikukanta_request_seconds",
            "Time from a request's head to its answer's end",
            ("route",),
            registry=self.registry,
        )
        self._operations = Counter(
            "kaikukanta_operations", "Settled operations", ("outcome",), registry=self.registry
        )
        self.registry.register(_DatabaseMetrics(summary))

    def count_operations(self, results: Iterable[OperationResult]) -> None:
        """Note what became of operations."""
        for outcome, count in Count(result.outcome for result in results).items():
            self._operations.labels(outcome).inc(count)

    def count_request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Note an answered request."""
        self._requests.labels(method, route, status).inc()
        self._seconds.labels(route).observe(seconds)

    @contextmanager
    def serving(self, port: int) -> Iterator[str]:
        """Serve the metrics until the block ends; the URL. Raises ``OSError``."""
        server, thread = start_http_server(port, HOST, self.registry)
        try:
            yield f"http://{HOST}:{server.server_port}/metrics"
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


class _DatabaseMetrics(Collector):
    """What the database says at the moment of asking."""

    def __init__(self, summary: Callable[[], Mapping[str, int]]) -> None:
        self._summary = summary

    def collect(self) -> Iterator[Metric]:
        """The metrics; but for one, none where the database does not answer."""
        try:
            summary = self._summary()
        except SQLAlchemyError:
            summary = {}
        answers = GaugeMetricFamily("kaikukanta_database_up", "Whether the database answers")
        answers.add_metric([], bool(summary))
        yield answers
        if not summary:
            return
        desks = GaugeMetricFamily("kaikukanta_desks", "Desks ever enrolled", labels=["state"])
        for state in ("enrolled", "revoked"):
            desks.add_metric([state], summary[state])
        yield desks
        for name, meaning in _MEANINGS.items():
            yield GaugeMetricFamily(f"kaikukanta_{name}", meaning, summary[name])


_REFUSED = frozenset({401, 405, 408, 413, 415, 429})
"""What strangers are told, whatever they call; at enrolling every refusal may be one."""


class RequestMetrics:
    """Counts and logs each request by its route, never by its path: that may be a card's.

    Those that are refused are logged once a minute, with their number: strangers fill no disk.

    Nothing of an answer may be kept by a cache on its way (``no-store``): it speaks of people.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics
        self._seldom = defaultdict[int, LogLimiter](LogLimiter)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, and note how it went.

        That is noted before the last of the answer leaves: once it has arrived, it is counted.
        """
        began = perf_counter()
        status = 0

        async def pass_on(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["Cache-Control"] = "no-store"
            elif not message.get("more_body", False):
                self._note(scope, status, perf_counter() - began)
            await send(message)

        try:
            await self._app(scope, receive, pass_on)
        except Exception:  # answered further out
            self._note(scope, 500, perf_counter() - began)
            raise

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", _OTHER)
        method = _OTHER if route == _OTHER else scope["method"]
        self._metrics.count_request(method, route, status, seconds)
        is_enrolling = route.endswith("/enrolments")
        if status in _REFUSED or route == _OTHER or (is_enrolling and status >= 400):
            if hits := self._seldom[status].hits():
                _log.info("requests refused", extra={"status": status, "since_last_line": hits})
            return
        ms = round(seconds * 1000, 1)
        fields = {"method": method, "route": route, "status": status, "ms": ms}
        _log.info("request", extra=fields)
