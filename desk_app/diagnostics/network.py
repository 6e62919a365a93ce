"""``doctor``: checks of the connection to the register, and of the data that came through it."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from desk_app.bootstrap.application import App
from desk_app.diagnostics.check import Examination, Finding
from desk_app.messages.clock import ClockWords
from desk_app.services.neighbours import NeighbourState
from desk_app.services.ports import DeskRecord
from desk_app.services.status import DeskStatus
from desk_app.services.timekeeping import TOLERANCE
from sync.address import parse_address
from sync.certificates import certificate_end
from sync.client import ask_health
from sync.errors import DeskRefusedError
from sync.rules.policy import RegisterAge

_LONGEST_CALL = 10.0
"""Seconds."""
_RENEW_BEFORE = timedelta(days=14)
"""Ours: time enough for somebody to renew a certificate."""


def check_network(app: App, record: DeskRecord, examination: Examination) -> None:
    """Check all that lies between an enrolled desk and its register."""
    register_times: list[datetime] = []
    proxy = proxy_for(record.api_url)
    standing = app.services.standing.standing()
    examination.run_probe("proxy", lambda: _proxy(proxy))
    examination.run_probe("register", lambda: _reach(app, record, standing, register_times))
    examination.run_probe("certificate", lambda: _certificate(app, record, proxy))
    examination.run_probe("clock", lambda: _clock(app, register_times, standing))
    examination.run_probe("register_age", lambda: _age(app, record, standing))
    examination.run_probe("queue", lambda: _queue(standing))
    examination.run_probe("data_use", lambda: _data_use(app, standing))
    examination.run_probe("neighbours", lambda: _neighbours(app))


def proxy_for(api_url: str) -> str | None:
    """The proxy that a call goes through, without the password that may stand in it."""
    address = parse_address(api_url)
    url = urlsplit(address.base)
    if address.is_loopback or proxy_bypass(url.hostname or ""):
        return None
    through = getproxies().get(url.scheme) or getproxies().get("all")
    if not through:
        return None
    proxy = urlsplit(through if "//" in through else f"//{through}")
    return f"{proxy.hostname}:{proxy.port}" if proxy.port else proxy.hostname


def _proxy(proxy: str | None) -> Finding:
    return Finding("proxy", proxy=proxy) if proxy else Finding("proxy_none")


def _reach(
    app: App, record: DeskRecord, standing: DeskStatus, register_times: list[datetime]
) -> Finding:
    """Whether the register answers, and knows this desk: its health is told to anybody."""
    ca_file = app.connector.ca_file(record)
    ask_health(
        record.api_url,
        ca_file=ca_file,
        timeout=_LONGEST_CALL,
        on_register_time=register_times.append,
    )
    try:
        with app.connector.open(record, _LONGEST_CALL, sets_clock=False) as api:
            api.me()
    except DeskRefusedError as refused:
        if standing.sync_health.needs_code and not refused.is_final:
            return Finding("token_unknown")
        raise
    return Finding("reached", address=urlsplit(record.api_url).netloc)


def _certificate(app: App, record: DeskRecord, proxy: str | None) -> Finding:
    if proxy:
        return Finding("certificate_unseen")
    ends = certificate_end(
        record.api_url, ca_file=app.connector.ca_file(record), timeout=_LONGEST_CALL
    )
    if ends is None:
        return Finding("certificate_none")
    soon = ends - app.clock.now() < _RENEW_BEFORE
    return Finding(
        "certificate_ends" if soon else "certificate", day=app.messages.date(ends.date())
    )


def _clock(app: App, register_times: list[datetime], standing: DeskStatus) -> Finding:
    """By the answer of this moment; else by what was heard since the machine started."""
    off_by = app.machine_clock.now() - register_times[-1] if register_times else standing.clock_off
    if off_by is not None and abs(off_by) > TOLERANCE:
        words = ClockWords(app.messages.translate)
        return Finding("clock_off", wrong=words.wrong(off_by), mend=words.repair_advice(off_by))
    if not register_times:
        return Finding("clock_unheard" if standing.clock_trusted else "clock_doubtful")
    return Finding("clock")


def _age(app: App, record: DeskRecord, standing: DeskStatus) -> Finding:
    verified_at = standing.register_verified_at
    if verified_at is None:
        return Finding("never")
    at, words = verified_at.astimezone(record.policy.zone), app.messages
    code = "fresh" if standing.register_age is RegisterAge.FRESH else "stale"
    return Finding(code, day=words.date(at.date()), time=words.clock(at))


def _data_use(app: App, standing: DeskStatus) -> Finding:
    forked_at = standing.sync_health.forked_at
    if forked_at is None:
        return Finding("data_once")
    return Finding("data_twice", day=app.messages.date(forked_at.date()))


def _neighbours(app: App) -> Finding:
    status = app.neighbours.probe()
    there = sum(each.in_reach for each in status.desks)
    if status.state is NeighbourState.NOT_ENROLLED:  # the desk was turned away
        return Finding("neighbours_off")
    return Finding(f"neighbours_{status.state}", there=there, of=len(status.desks))


def _queue(standing: DeskStatus) -> Finding:
    if standing.queue.attention:
        return Finding("queue_refused", attention=standing.queue.attention)
    return Finding("queue", pending=standing.queue.pending)
