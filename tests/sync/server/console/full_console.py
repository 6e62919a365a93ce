"""A register with something of everything in it, for looking at its console."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from sync.messages import StandingReport
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.codes import Refusal
from sync.rules.offers import (
    CardLimit,
    LimitPeriod,
    OfferKind,
    OfferName,
    OfferStatus,
    Quota,
    Sector,
)
from sync.rules.visits import Note, Void, VoidReason
from sync.server.console.app import ConsoleApp
from sync.server.console.oidc_settings import OidcSettings
from sync.server.console.store import accounts, area_reports, registered_cards
from sync.server.console.store.registered_cards import Details
from sync.server.store.console_tables import Role
from tests.helpers.oidc_provider import CLIENT, SECRET, OidcProvider
from tests.helpers.samples import VENUE, an_offer
from tests.sync.server.console.console_fixture import ConsoleFixture

LONG = "Pohjois-Savon ja Etelä-Karjalan monikulttuurinen kansalaisopisto ja työväenopisto"
ARABIC = "\u0645\u062a\u062d\u0641 \u0627\u0644\u0645\u062f\u064a\u0646\u0629"


class FullConsole(ConsoleFixture):
    """A register with something of everything; the area ``there`` has next to nothing."""

    def __init__(self, url: str, provider: OidcProvider) -> None:
        super().__init__(url)
        provider.now = int(self.now.timestamp())
        settings = OidcSettings(provider.issuer, CLIENT, SECRET, "Entra ID")
        self.app = ConsoleApp(self.console, settings)
        self.ids: dict[str, str] = {}
        self._cards()
        self._offers_and_visits()
        self._desks_and_notes()
        self._workplaces_and_accounts()

    def _cards(self) -> None:
        today = self.console.today()
        plain = Card(
            "ESP730142", CardKind.PERSONAL, CardStatus.ACTIVE, today, date(2027, 11, 23), 2,
            VENUE.area, local_only=False,
        )  # fmt: skip
        cards = {
            "valid": plain,
            "community": replace(plain, number="YHT4411", kind=CardKind.COMMUNITY, minors=0),
            "suspended": replace(plain, number="ESP730255", status=CardStatus.SUSPENDED),
            "revoked": replace(plain, number="ESP730388", status=CardStatus.REVOKED),
            "expired": replace(
                plain,
                number="ESP730433",
                valid_from=date(2025, 1, 1),
                valid_until=date(2025, 12, 31),
            ),
        }
        self.central.change_cards(cards.values())
        details = Details(1971, "02600")
        issuer = self.here[Role.ISSUER]
        with self.central.database.writing() as connection:
            for key, card in cards.items():
                made = registered_cards.add(connection, card, issuer, details, self.now)
                self.ids[key] = str(made)
                if key != "revoked":
                    token = f"secret-of-the-card-{key}"
                    registered_cards.add_link(connection, made, token, self.now)
                    self.ids[f"secret {key}"] = token

    def _offers_and_visits(self) -> None:
        later = self.now + timedelta(days=2)
        offers = [
            replace(
                an_offer(name="Talven taikaa, koko perheen näytelmä"),
                name=OfferName("Talven taikaa, koko perheen juhla", "Vintermagi", "Magic"),
                kind=OfferKind.EVENT, starts_at=later, ends_at=later + timedelta(hours=2),
                quota=Quota(20, 3), place="Suuri näyttämö",
            ),
            replace(
                an_offer(name=LONG), kind=OfferKind.COURSE, sector=Sector.EDUCATION,
                card_limit=CardLimit(2, LimitPeriod.CALENDAR_YEAR), ceiling_cents=2500,
            ),
            replace(an_offer(name=ARABIC), card_limit=CardLimit(3, LimitPeriod.MONTHS, None, 3)),
            replace(an_offer(name="Uimahalli"), sector=Sector.SPORT, status=OfferStatus.SOLD_OUT),
        ]  # fmt: skip
        self.central.put_offers(VENUE.id, offers)
        self.ids["offer"] = str(offers[0].id)
        visits = [
            self.visit(
                offers[place % 4], day=date(2026, 11, 1 + place % 24), holder=1, children=place % 3
            )
            for place in range(55)
        ]
        self.send(*visits)
        mistaken = Void(
            id=uuid4(), visit_id=visits[0].id, reason=VoidReason.MISTAKE, recorded_at=self.now
        )
        self.send(mistaken)
        with self.central.database.writing() as connection:
            area_reports.add_commitment(
                connection, VENUE.id, date(2026, 1, 1), None, "Liput kaikkiin näytäntöihin",
                self.now, uuid4(),
            )  # fmt: skip

    def _desks_and_notes(self) -> None:
        report = StandingReport(
            app_version="0.1.0", pending=7, attention=3, oldest_pending_at=None,
            register_revision=1, register_verified_at=self.now, clock_ahead_ms=None,
            lan_key=None, nonce=None,
        )  # fmt: skip
        self.desk.standing(report)
        self.send(replace(self.visit(), card_number="UNKNOWN99"))
        twice = self.new_desk(name="Lippuluukku 2")
        first = twice.standing(report).nonce
        for _ in range(3):
            twice.standing(replace(report, nonce=first))
        self.new_desk(name="Lippuluukku 3, joka on ollut hiljaa")
        gone = self.new_desk(name="Lippuluukku 4")
        gone.standing(report)
        (row,) = [each for each in self.central.desks() if each["name"] == "Lippuluukku 4"]
        self.central.revoke(row["id"])
        for text, code in (
            ("Kortti oli aito.", Refusal.CARD_UNKNOWN),
            ("Asiakas oli jo lähtenyt.", None),
        ):
            note = Note(id=uuid4(), recorded_at=self.now, about=uuid4(), text=text, code=code)
            self.send(note)
        with self.central.database.reading() as connection:
            answered, waiting = area_reports.notes_of(connection, VENUE.id, 5)
        self.ids["note"] = str(waiting.id)
        self._answered = answered.id

    def _workplaces_and_accounts(self) -> None:
        self.account(Role.ISSUER, "aino.kortinjakaja@kirjasto.example")
        path = self.invited(Role.VENUE, "uusi@teatteri.example")
        self.ids["invitation"] = path.rpartition("/")[2]
        self.invited(Role.ISSUER, "odottaa@kirjasto.example")
        me = self.account(Role.COORDINATOR, "koordinaattori@espoo.example")
        with self.central.database.writing() as connection:
            row = accounts.secrets_of(connection, me)
            assert row is not None
            text = "Kiitos, kortti on nyt rekisterissä."
            area_reports.answer_note(connection, VENUE.id, self._answered, row.id, text, self.now)
            closed = accounts.add_workplace(
                connection, Role.ISSUER, LONG, VENUE.area, None, self.now
            )
            accounts.close_workplace(connection, closed, self.now)
            self.ids["closed"] = str(closed)
        self.ids["issuer"] = str(self.here[Role.ISSUER])
        self.ids["venue workplace"] = str(self.here[Role.VENUE])
        self.account(Role.ISSUER, "liian.monta@kirjasto.example")

    def cookie(self, role: Role | None, *, there: bool) -> str:
        """A session's, or that of somebody who is not signed in."""
        visitor = self.signed_in(role, there=there) if role else self.visitor()
        visitor.open("/sign-in")
        return str(visitor.session.cookies["kaikukanta"])


@contextmanager
def full_console(url: str) -> Iterator[FullConsole]:
    """A console with something of everything, and a provider to sign in at."""
    with OidcProvider() as provider, FullConsole(url, provider) as console:
        yield console
