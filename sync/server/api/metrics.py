"""What Prometheus may know: how much, how quick, how well. Never who, and never a card number.

The figures have a port of their own on the loopback address (``run --metrics-port``): behind a
proxy every caller of the Desk API seems to come from the machine itself, so that nothing in the
API could tell the administrator from the world.
"""

import logging
from collections import Counter as Tally
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from sqlalchemy.exc import SQLAlchemyError
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.protocol import OperationResult, Outcome
from sync.server.authority import Authority

HOST = "127.0.0.1"
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
_OTHER = "other"
"""The route of what is no call of the API: guesses from outside must not each become a series."""
_log = logging.getLogger(__name__)


class Metrics:
    """One server process's figures."""

    def __init__(self, authority: Authority | None = None) -> None:
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
            buckets=_BUCKETS,
            registry=self.registry,
        )
        operations = Counter(
            "kaikukanta_operations", "Settled operations", ("outcome",), registry=self.registry
        )
        self._operations = {outcome: operations.labels(outcome) for outcome in Outcome}
        if authority is not None:
            self.registry.register(_DatabaseFigures(authority))

    def count_operations(self, results: Iterable[OperationResult]) -> None:
        """Note what became of operations."""
        for outcome, count in Tally(result.outcome for result in results).items():
            self._operations[outcome].inc(count)

    def count_request(self, method: str, route: str | None, status: int, seconds: float) -> None:
        """Note an answered request; ``route`` is the path as the description has it."""
        named = route or _OTHER
        self._requests.labels(method if route else _OTHER, named, status).inc()
        self._seconds.labels(named).observe(seconds)

    @contextmanager
    def serving(self, port: int) -> Iterator[str]:
        """Serve the figures until the block ends; the URL. Raises ``OSError``."""
        server, thread = start_http_server(port, HOST, self.registry)
        try:
            yield f"http://{HOST}:{server.server_port}/metrics"
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


class _DatabaseFigures:
    """What the database says at the moment of asking, the same from every process."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority

    def describe(self) -> Iterable[Metric]:
        """Nothing beforehand: the database is asked when the figures are."""
        return ()

    def collect(self) -> Iterator[Metric]:
        try:
            summary = self._authority.summary()
        except SQLAlchemyError:
            yield GaugeMetricFamily("kaikukanta_database_up", "Whether the database answers", 0)
            return
        yield GaugeMetricFamily("kaikukanta_database_up", "Whether the database answers", 1)
        desks = GaugeMetricFamily("kaikukanta_desks", "Desks ever enrolled", labels=["state"])
        desks.add_metric(["enrolled"], summary.desks)
        desks.add_metric(["revoked"], summary.revoked)
        yield desks
        yield GaugeMetricFamily(
            "kaikukanta_register_revision", "The register's revision", summary.revision
        )
        yield GaugeMetricFamily("kaikukanta_register_cards", "Cards", summary.cards)
        told = summary.told
        yield GaugeMetricFamily(
            "kaikukanta_desks_pending", "Operations that wait at desks, as they tell", told.pending
        )
        yield GaugeMetricFamily(
            "kaikukanta_desks_attention", "Refusals that wait for a person at desks", told.attention
        )
        yield GaugeMetricFamily(
            "kaikukanta_desks_forked", "Desks in use twice, or put back from a copy", told.forked
        )
        yield GaugeMetricFamily(
            "kaikukanta_desks_silent", "Desks that told nothing for a day", told.silent
        )


class Watch:
    """Counts and logs each request by its route, never by its path: that may be a card's."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, and note how it went.

        That is noted before the last of the answer leaves: whoever has the answer finds it counted.
        """
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = perf_counter()
        status = 500
        noted = False

        def note() -> None:
            nonlocal noted
            if not noted:
                noted = True
                self._note(scope, status, perf_counter() - began)

        async def pass_on(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            elif not message.get("more_body", False):
                note()
            await send(message)

        try:
            await self._app(scope, receive, pass_on)
        finally:
            note()

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", None)
        self._metrics.count_request(scope["method"], route, status, seconds)
        _log.info(
            "request",
            extra={
                "method": scope["method"] if route else _OTHER,
                "route": route or _OTHER,
                "status": status,
                "ms": round(seconds * 1000, 1),
            },
        )
