"""The console's pages over a nation's cards and visits, and what they cost the desks beside them.

100,000 cards, a million visits of five years, 1,000 desks of 250 venues. Each page is opened by
Kaikukeskus, who sees everything, again and again (a venue's visits by the venue); figures also for
the first time, since what follows from the same numbers is kept. Then the desks live through an
evening as in ``nation``, first alone and then beside people who open pages of the console: the
first is the second's yardstick.
"""

import random
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep
from typing import Any

import requests

from tests.benchmarks.console_fill import YEARS, Filled, fill
from tests.benchmarks.nation import Figures, Plan, load, machine, spread
from tests.benchmarks.servers import DATABASES, database, serving

QUICK_MS = 200.0
"""Within which 95 of 100 answers are to come."""
SERVED_AS_BEFORE = 1.2
_WARM_AFTER = 25.0
"""Seconds after its start the server has made the figures of past years."""
_PEOPLE = 4
_PAUSE = (0.5, 1.5)
"""Seconds between two pages of one of them: together as many as 20 people who read for five."""


class Visitor:
    """Somebody of Kaikukeskus who is signed in, at a browser."""

    def __init__(self, api: str, filled: Filled) -> None:
        self._url = f"{api}/console"
        self._filled = filled
        self._session = requests.Session()

    def close(self) -> None:
        """Hang up."""
        self._session.close()

    def open(self, page: str) -> float:
        """Open a page; in how many milliseconds it was there whole."""
        method, path = page.split(" ", 1)
        typed: dict[str, str] = {"csrf": self._filled.form_token}
        if path.startswith("/cards/find"):
            typed["number"] = self._filled.number
        elif path.startswith("/audit"):
            typed |= {"text": "nobody", "since": "", "until": ""}
        is_venues_own = path.endswith("/visits")
        cookie = self._filled.venue_cookie if is_venues_own else self._filled.cookie
        self._session.cookies.set("kaikukanta", cookie)
        began = perf_counter()
        answer = self._session.request(
            method,
            self._url + path,
            data=typed if method == "POST" else None,
            allow_redirects=False,
            timeout=60,
        )
        took = (perf_counter() - began) * 1000
        if answer.status_code not in {200, 303} or "sign-in" in answer.headers.get("location", ""):
            raise RuntimeError(f"{page} answers {answer.status_code}")
        return took


def pages(filled: Filled) -> list[str]:
    """Every page that shows something, as one of each thing has it."""
    venue = f"/venues/{filled.venue}"
    return [
        "GET /",
        "GET /cards",
        "POST /cards/find",
        f"GET /cards/{filled.card}",
        f"GET /cards/{filled.card}/replace",
        "GET /cards/new",
        "GET /venues",
        f"GET {venue}",
        f"GET {venue}/offers/{filled.offer}",
        f"GET {venue}/visits",
        f"GET {venue}/notes",
        "GET /desks",
        "GET /figures",
        "GET /figures/export/csv",
        "GET /figures/export/xlsx",
        "GET /figures/export/pdf",
        "GET /audit",
        "POST /audit",
        "GET /workplaces",
    ]


def measure(
    folder: Path, *, cards: int, visits: int, desks: int, seconds: float, times: int
) -> Figures:
    """The figures of both databases."""
    figures: Figures = {"before": machine(), "cards": cards, "visits": visits, "desks": desks}
    for kind in DATABASES:
        place = folder / kind
        place.mkdir()
        with database(kind, place) as url:
            filled = fill(url, desk_count=desks, card_count=cards, visit_count=visits)
            with serving(url) as api:
                sleep(_WARM_AFTER)
                figures[kind] = _pages(api, filled, times) | _beside(place, api, filled, seconds)
    return figures | {"after": machine()}


def _pages(api: str, filled: Filled, times: int) -> Figures:
    """How quickly every page comes, and which of them are slow."""
    this_year = datetime.now(UTC).year
    with closing(Visitor(api, filled)) as visitor:
        first = [visitor.open(f"GET /figures?year={this_year - ago}") for ago in range(YEARS + 1)]
        took = {"GET /figures for the first time": first}
        for page in pages(filled):
            took[page] = [visitor.open(page) for _ in range(times)]
    shown = {page: _spread(each) for page, each in took.items()}
    slow = {page: each["p95_ms"] for page, each in shown.items() if each["p95_ms"] > QUICK_MS}
    slowest = max(shown, key=lambda page: shown[page]["p95_ms"])
    return {
        "pages": shown,
        "slowest": slowest,
        "too_slow": slow,
        "p95_ms_of_all": _spread([each for some in took.values() for each in some])["p95_ms"],
        "target_ms": QUICK_MS,
    }


def _spread(milliseconds: list[float]) -> Figures:
    twentieths = quantiles(milliseconds, n=20, method="inclusive")
    return {**spread(milliseconds), "p95_ms": round(twentieths[18], 1)}


def _beside(folder: Path, api: str, filled: Filled, seconds: float) -> Figures:
    """How the desks are served without anybody at the console, and beside some."""
    evening = Plan([api], filled.desks, evening_seconds=seconds)
    alone = load(folder, evening)
    with _browsing(api, filled) as browsed:
        beside = load(folder, evening)
    before, after = _all(alone), _all(beside)
    return {
        "desks_alone": spread(before) | {"failures": alone["failures"]},
        "desks_beside_console": spread(after) | {"failures": beside["failures"]},
        "pages_meanwhile": _spread(browsed),
        "ratio": {
            "mean": round(sum(after) / len(after) / (sum(before) / len(before)), 2),
            "p50": round(spread(after)["p50_ms"] / spread(before)["p50_ms"], 2),
            "p99": round(spread(after)["p99_ms"] / spread(before)["p99_ms"], 2),
            "target": SERVED_AS_BEFORE,
        },
    }


def _all(loaded: dict[str, Any]) -> list[float]:
    return [took for some in loaded["took"].values() for took in some]


@contextmanager
def _browsing(api: str, filled: Filled) -> Iterator[list[float]]:
    """Some people open one page after the other, until the block ends; what that took them."""
    over = threading.Event()
    took: list[float] = []

    def browse() -> None:
        with closing(Visitor(api, filled)) as visitor:
            while not over.wait(random.uniform(*_PAUSE)):
                took.append(visitor.open(random.choice(pages(filled))))

    people = [threading.Thread(target=browse) for _ in range(_PEOPLE)]
    for each in people:
        each.start()
    try:
        yield took
    finally:
        over.set()
        for each in people:
            each.join()
