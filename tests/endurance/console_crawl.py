"""Follows every link and form of the console as everybody: does a page hold a whole card number?

``python -m tests.endurance.console_crawl --pages 10000`` fills a register with cards and visits,
and goes through its console as each role of two areas, in three languages, and as a stranger with
a holder's link. Card numbers are typed into every field that takes one. What comes back, heads and
addresses and exported tables among it, is searched for every number, however it is spaced. The one
place for a whole number is the field of the form that asks for it. The report is JSON on standard
output; the exit status is 1 unless no number was found.
"""

import argparse
import io
import json
import logging
import random
import re
import string
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import product
from urllib.parse import urlsplit
from uuid import uuid4
from zipfile import ZipFile

from sync.rules.cards import Card
from sync.rules.languages import LANGUAGES, Language
from sync.rules.visits import Note, Visit
from sync.server.console.store import registered_cards
from sync.server.console.store.registered_cards import Details
from sync.server.store.console_tables import Role
from tests.helpers.samples import a_card
from tests.helpers.visitor import Form, Page, Visitor
from tests.sync.server.console.console_fixture import ConsoleFixture

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
_BETWEEN = re.compile(r"[\s\u00a0\-]+")
_FIELD_FOR_NUMBERS = re.compile(r'<input id="number"[^>]*>')
_ASKS_FOR_A_NUMBER = re.compile(r"/console/cards/(new|[0-9a-f-]{36}/replace)")
_LABELS = "/cards/labels"
"""Printed, so that a card carries its number."""
_LAST = ("/close", "/invite")
"""Forms that shut others out: sent when all else is done."""
_OF_ONE_KIND = 4


@dataclass
class CrawlReport:
    """What was seen, and where a number stood."""

    pages: int = 0
    cards: int = 0
    visits: int = 0
    seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    routes: int = 0
    found: list[str] = field(default_factory=list)


class Crawler:
    """Somebody who opens all there is and sends all forms."""

    def __init__(
        self, visitor: Visitor, numbers: list[str], report: CrawlReport, seed: int
    ) -> None:
        self._visitor = visitor
        self._numbers = numbers
        self._known = re.compile("|".join(numbers))
        self._report = report
        self._chance = random.Random(seed)
        self._seen: set[str] = set()
        self._ahead: deque[str] = deque([f"{visitor.url}/"])
        self._of_kind: Counter[str] = Counter()
        self._put_off: list[Form] = []
        self.kinds: set[str] = set()

    def go(self, most: int) -> None:
        """Open so many pages; cards are looked for by their numbers when the links are over."""
        end = self._report.pages + most
        while self._report.pages < end:
            if self._ahead:
                self._add_page(self._visitor.session.get(self._ahead.popleft(), timeout=60))
            elif not self._look_for_a_card():
                return

    def finish(self) -> None:
        """Send what was put off."""
        for form in self._put_off:
            self._send(form)

    def _look_for_a_card(self) -> bool:
        page = self._visitor.open("/cards")
        if page.status != 200:
            return False
        form = page.form("/cards/find")
        form.fields["number"] = self._spaced(self._chance.choice(self._numbers))
        self._add_page(self._visitor.session.post(form.action, data=form.fields, timeout=60))
        return True

    def _add_page(self, response: object) -> None:
        page = Page(response)  # type: ignore[arg-type]  # requests has no types of its own here
        self._look_over(page)
        self.kinds.add(_kind(page.response.request.url or ""))
        for link in page.links:
            bare = link.partition("#")[0]
            if bare.startswith(self._visitor.url) and bare not in self._seen:
                self._seen.add(bare)
                self._ahead.append(bare)
        for form in page.forms:
            kind = _kind(form.action)
            is_ours = form.action.startswith(self._visitor.url) and form.method == "post"
            if not is_ours or "/sign-out" in kind or self._of_kind[kind] >= _OF_ONE_KIND:
                continue
            self._of_kind[kind] += 1
            if kind.endswith(_LAST):
                self._put_off.append(form)
            else:
                self._send(form)

    def _send(self, form: Form) -> None:
        self.kinds.add(f"{form.method} {_kind(form.action)}")
        number = self._chance.choice(self._numbers)
        if self._chance.random() < 0.3:  # a new one, which looks like it
            number = f"{number[:-1]}{self._chance.choice(string.digits)}"
        filled = {
            "number": self._spaced(number), "text": number if "/audit" in form.action else "Sana",
            "login": f"u{uuid4()}",
            "name": "Nimi", "name_fi": "Nimi", "role": "issuer", "area": "Espoo",
            "birth_year": "1971", "postcode": "02600", "minors": "1", "starts": "",
        }  # fmt: skip
        data = {key: filled.get(key, value) for key, value in form.fields.items()}
        files = None
        if "file" in form.fields:
            some = self._chance.sample(self._numbers, 5)
            lines = "".join(f"{each};1971;02600;1\n" for each in [*some, f"{number}7"])
            table = f"number;birth year;postcode;minors\n{lines}"
            data.pop("file")
            files = {"file": ("cards.csv", table.encode())}
        data.pop("picture", None)
        self._add_page(self._visitor.session.post(form.action, data=data, files=files, timeout=60))

    def _spaced(self, number: str) -> str:
        return f"{number[:3]} {number[3:6]}-{number[6:]}" if self._chance.random() < 0.5 else number

    def _look_over(self, page: Page) -> None:
        response = page.response
        for each in (*response.history, response):
            self._report.statuses[each.status_code] += 1
            heads = " ".join(f"{key}: {value}" for key, value in each.headers.items())
            self._search(f"{each.url} {heads}", each.url)
        self._report.pages += 1
        if not page.path.endswith(_LABELS):
            asks = _ASKS_FOR_A_NUMBER.fullmatch(page.path)
            text = _text(response.headers.get("Content-Type", ""), response.content)
            self._search(_FIELD_FOR_NUMBERS.sub("", text) if asks else text, response.url)

    def _search(self, text: str, where: str) -> None:
        packed = _BETWEEN.sub("", text).upper()
        if hit := self._known.search(packed):
            around = packed[max(0, hit.start() - 60) : hit.end() + 20]
            self._report.found.append(f"{_kind(where)}: {around}")


def _kind(url: str) -> str:
    return _ID.sub("ID", urlsplit(url).path)


def _text(kind: str, content: bytes) -> str:
    """The words of an answer; a workbook is unpacked."""
    if "spreadsheetml" in kind:
        with ZipFile(io.BytesIO(content)) as packed:
            return " ".join(
                packed.read(name).decode("utf-8", "replace") for name in packed.namelist()
            )
    return content.decode("utf-8", "replace")


def fill(console: ConsoleFixture, cards: int, visits: int, seed: int) -> list[str]:
    """Put cards and visits into the register; the numbers."""
    chance = random.Random(seed)

    def a_number() -> str:
        kind = string.digits if chance.random() < 0.3 else string.ascii_uppercase + string.digits
        return "".join(chance.choice(kind) for _ in range(10))

    numbers = [a_number() for _ in range(cards)]
    areas = ("Espoo", "Turku")
    made = [replace(a_card(number), area=chance.choice(areas)) for number in numbers]
    for start in range(0, cards, 500):
        console.central.change_cards(made[start : start + 500])
    with console.central.database.writing() as connection:
        for place, card in enumerate(made):
            workplace = (console.here if card.area == "Espoo" else console.there)[Role.ISSUER]
            at = console.now - timedelta(minutes=place)
            new = registered_cards.add(connection, card, workplace, Details(1971, "02600"), at)
            if place < 20:
                registered_cards.add_link(connection, new, f"link-{place}", console.now)
    for batch in _batches(console, chance.choices(made, k=visits)):
        console.send(*batch)
    for number in numbers[:10]:
        note = Note(
            id=uuid4(), recorded_at=console.now, about=uuid4(), text=f"Kortti …{number[-2:]}"
        )
        console.send(note)
    return numbers


def _batches(console: ConsoleFixture, cards: list[Card]) -> Iterator[list[Visit]]:
    for start in range(0, len(cards), 50):
        yield [
            replace(console.visit(), id=uuid4(), card_number=card.number)
            for card in cards[start : start + 50]
        ]


def crawl(
    url: str,
    pages: int,
    cards: int,
    visits: int,
    seed: int,
    languages: Sequence[Language] = LANGUAGES,
) -> CrawlReport:
    """Go through a console over a database at ``url``."""
    report, begun = CrawlReport(cards=cards, visits=visits), time.monotonic()
    with ConsoleFixture(url) as console:
        numbers = fill(console, cards, visits, seed)
        people = [
            Crawler(console.signed_in(role, there=there, language=language), numbers, report, place)
            for place, (language, role, there) in enumerate(product(languages, Role, (False, True)))
        ]
        holders = Crawler(console.visitor(), numbers, report, seed)
        holders._ahead.extend(f"{console.address}/mobile/link-{place}" for place in range(20))
        holders.go(100)
        while report.pages < pages:
            before = report.pages
            for person in people:
                person.go(max(1, (pages - report.pages) // len(people)))
            if report.pages == before:
                break
        people[0].finish()
        report.routes = len(set().union(*(person.kinds for person in (*people, holders))))
    report.seconds = round(time.monotonic() - begun, 1)
    return report


def main() -> int:
    """Read how many pages, go through them, say what was found."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.endurance.console_crawl", description=__doc__
    )
    parser.add_argument("--pages", type=int, default=10_000, metavar="N")
    parser.add_argument("--cards", type=int, default=2_000, metavar="N")
    parser.add_argument("--visits", type=int, default=2_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    typed = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/register.db"
        report = crawl(url, typed.pages, typed.cards, typed.visits, typed.seed)
    sys.stdout.write(json.dumps(vars(report), indent=2, ensure_ascii=False) + "\n")
    return 1 if report.found else 0


if __name__ == "__main__":
    sys.exit(main())
