"""Every page of the console in every state worth a look, in a real browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product

from playwright.sync_api import Browser, BrowserContext, Page

from sync.rules.languages import LANGUAGES, Language
from sync.server.console.store.console_sessions import MOST_OF_ONE_LOGIN_THERE
from sync.server.store.console_tables import Role
from tests.helpers.browser import send_form
from tests.helpers.samples import VENUE
from tests.sync.server.console.full_console import FullConsole

WIDTHS = {360: 740, 1366: 768}
THEMES = ("light", "dark")
_LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at."""

    language: Language
    width: int
    theme: str

    def __str__(self) -> str:
        return f"{self.width}-{self.theme}-{self.language}"


LOOKS = [Look(*each) for each in product(LANGUAGES, WIDTHS, THEMES)]


@dataclass(frozen=True, slots=True)
class PageState:
    """A page in a state: who sees it, and what is done on it to get there."""

    name: str
    role: Role | None
    path: str
    """With the names of :attr:`FullConsole.ids` in braces."""
    act: Callable[[Page, FullConsole], None] | None = None
    there: bool = False

    def reach(self, page: Page, console: FullConsole) -> None:
        """Get there."""
        page.goto(console.address + self.path.format_map(console.ids))
        if self.act is not None:
            self.act(page, console)


def sent(ending: str, **typed: str) -> Callable[[Page, FullConsole], None]:
    """Fill in a form of the page and send it."""

    def act(page: Page, console: FullConsole) -> None:
        send_form(page, ending.format_map(console.ids), **typed)

    return act


def with_file(content: str) -> Callable[[Page, FullConsole], None]:
    """Choose a file of cards."""

    def act(page: Page, _: FullConsole) -> None:
        file = {"name": "kortit.csv", "mimeType": "text/csv", "buffer": content.encode()}
        page.set_input_files("#file", file)  # type: ignore[arg-type]  # a payload, as documented
        send_form(page, "/cards/many")

    return act


def pressed(what: str) -> Callable[[Page, FullConsole], None]:
    """Open what asks before something that cannot be undone."""
    return lambda page, _: page.locator(what).first.click()


def tried_too_often(page: Page, console: FullConsole) -> None:
    """Wrong so often that one has to wait."""
    for _ in range(MOST_OF_ONE_LOGIN_THERE + 1):
        send_form(page, "/sign-in", login="liian.monta@kirjasto.example", password="x", code="1")
        if not page.locator("#login").count():
            return
        page.goto(f"{console.address}/sign-in")


CSV = """kortin numero;syntymävuosi;postinumero;alaikäisiä
ESP100001;1980;02600;0
ESP100001;1980;02600;0
ESP730143;1970;02100;1
ESP730142;1970;02100;1
huono;1970;02100;1
"""
NATIONAL, COORDINATOR, ISSUER, VENUE_ROLE = Role
_V = f"/venues/{VENUE.id}"
_CARD = {"birth_year": "1971", "postcode": "02600", "minors": "2"}
STATES = [
    PageState("sign-in", None, "/sign-in"),
    PageState(
        "sign-in-wrong", None, "/sign-in", sent("/sign-in", login="kuka", password="x", code="1")
    ),
    PageState("sign-in-wait", None, "/sign-in", tried_too_often),
    PageState("sign-in-oidc", None, "/sign-in", sent("/sign-in/oidc")),
    PageState("invitation", None, "/invitations/{invitation}"),
    PageState(
        "invitation-wrong",
        None,
        "/invitations/{invitation}",
        sent("{invitation}", password="lyhyt", again="lyhyt", code="1"),
    ),
    PageState("invitation-over", None, "/invitations/over"),
    PageState("mobile", None, "/mobile/{secret valid}"),
    PageState("mobile-suspended", None, "/mobile/{secret suspended}"),
    PageState("mobile-expired", None, "/mobile/{secret expired}"),
    PageState("mobile-over", None, "/mobile/over"),
    PageState("home-national", NATIONAL, "/?failures=4"),
    PageState("home-venue", VENUE_ROLE, "/?done=signed_out"),
    PageState("cards", ISSUER, "/cards"),
    PageState("cards-none", ISSUER, "/cards", there=True),
    PageState("cards-not-found", ISSUER, "/cards", sent("/cards/find", number="EIOLE1")),
    PageState("cards-none-ticked", ISSUER, "/cards", sent("/cards/labels")),
    PageState("card-new", ISSUER, "/cards/new"),
    PageState("card-new-national", NATIONAL, "/cards/new"),
    PageState(
        "card-new-wrong",
        ISSUER,
        "/cards/new",
        sent("/cards/new", number="?", received="", last="x"),
    ),
    PageState(
        "card-new-alike", ISSUER, "/cards/new", sent("/cards/new", number="ESP730143", **_CARD)
    ),
    PageState("card", ISSUER, "/cards/{valid}?done=card_registered"),
    PageState("card-community", ISSUER, "/cards/{community}"),
    PageState("card-suspended", ISSUER, "/cards/{suspended}"),
    PageState("card-revoked", ISSUER, "/cards/{revoked}"),
    PageState("card-expired", ISSUER, "/cards/{expired}"),
    PageState("card-renew-wrong", ISSUER, "/cards/{valid}", sent("/renew", minors="x")),
    PageState("card-end-asked", ISSUER, "/cards/{valid}", pressed("details summary")),
    PageState("card-replace", ISSUER, "/cards/{valid}/replace"),
    PageState(
        "card-replace-wrong", ISSUER, "/cards/{valid}/replace", sent("/replace", number="YHT4411")
    ),
    PageState("card-link", ISSUER, "/cards/{community}", sent("/links")),
    PageState("batch", ISSUER, "/cards/many"),
    PageState("batch-wrong", ISSUER, "/cards/many", sent("/cards/many")),
    PageState("batch-preview", ISSUER, "/cards/many", with_file(CSV)),
    PageState("batch-none-good", ISSUER, "/cards/many", with_file("numero\nhuono\n")),
    PageState("batch-national", NATIONAL, "/cards/many"),
    PageState("venues", COORDINATOR, "/venues"),
    PageState("venue-new", COORDINATOR, "/venues/new"),
    PageState("venue-new-wrong", NATIONAL, "/venues/new", sent("/venues/new", id="Ä")),
    PageState("venue", COORDINATOR, _V),
    PageState("venue-empty", VENUE_ROLE, "/venues/museo", there=True),
    PageState("venue-wrong", COORDINATOR, _V, sent("/commitments", starts="x")),
    PageState("activation", COORDINATOR, _V, sent("/activation")),
    PageState("offer-new", VENUE_ROLE, f"{_V}/offers/new"),
    PageState(
        "offer-wrong",
        VENUE_ROLE,
        f"{_V}/offers/new",
        sent("/new", quota="x", limit="2", value="x"),
    ),
    PageState("offer", VENUE_ROLE, f"{_V}/offers/{{offer}}"),
    PageState(
        "offer-remove-asked", VENUE_ROLE, f"{_V}/offers/{{offer}}", pressed("details summary")
    ),
    PageState("visits", VENUE_ROLE, f"{_V}/visits"),
    PageState("visits-none", VENUE_ROLE, "/venues/museo/visits", there=True),
    PageState("notes", COORDINATOR, f"{_V}/notes"),
    PageState("notes-venue", VENUE_ROLE, f"{_V}/notes"),
    PageState("notes-wrong", COORDINATOR, f"{_V}/notes", sent("{note}/answer", text="")),
    PageState("notes-none", VENUE_ROLE, "/venues/museo/notes", there=True),
    PageState("desks", COORDINATOR, "/desks"),
    PageState("desks-venue", VENUE_ROLE, "/desks"),
    PageState("desks-none", COORDINATOR, "/desks", there=True),
    PageState("desks-revoke-asked", COORDINATOR, "/desks", pressed("details summary")),
    PageState("statistics-national", NATIONAL, "/figures"),
    PageState("statistics-area", COORDINATOR, "/figures"),
    PageState("statistics-venue", VENUE_ROLE, "/figures"),
    PageState("statistics-none", COORDINATOR, "/figures", there=True),
    PageState("audit", NATIONAL, "/audit"),
    PageState("audit-wrong", NATIONAL, "/audit", sent("/audit", since="x")),
    PageState("audit-none", COORDINATOR, "/audit", sent("/audit", text="ei mitään")),
    PageState("workplaces", COORDINATOR, "/workplaces"),
    PageState("workplace-new", NATIONAL, "/workplaces/new"),
    PageState("workplace-new-wrong", NATIONAL, "/workplaces/new", sent("/workplaces/new")),
    PageState("workplace", COORDINATOR, "/workplaces/{issuer}"),
    PageState("workplace-invited", COORDINATOR, "/workplaces/{issuer}", sent("/invite")),
    PageState(
        "workplace-wrong",
        COORDINATOR,
        "/workplaces/{issuer}",
        sent("{issuer}/accounts", login=""),
    ),
    PageState(
        "workplace-close-asked",
        COORDINATOR,
        "/workplaces/{issuer}",
        pressed(".panel details summary"),
    ),
    PageState("workplace-closed", COORDINATOR, "/workplaces/{closed}"),
    PageState("forbidden", ISSUER, "/audit"),
    PageState("missing", ISSUER, "/nothing"),
    PageState("form-old", ISSUER, "/cards", sent("/cards/find", csrf="old", number="AB12")),
]


class Viewer:
    """Looks at a console's states in a browser; what one person sees in one look is one context."""

    def __init__(self, browser: Browser, console: FullConsole) -> None:
        self._browser = browser
        self._console = console
        self._cookies: dict[tuple[Role | None, bool], str] = {}
        self._contexts: dict[tuple[Look, Role | None, bool], BrowserContext] = {}

    @contextmanager
    def seeing(self, state: PageState, look: Look) -> Iterator[Page]:
        """A page in a state."""
        page = self._context(state, look).new_page()
        try:
            state.reach(page, self._console)
            yield page
        finally:
            page.close()

    def _context(self, state: PageState, look: Look) -> BrowserContext:
        who = state.role, state.there
        if (look, *who) not in self._contexts:
            made = self._browser.new_context(
                locale=_LOCALES[look.language],
                viewport={"width": look.width, "height": WIDTHS[look.width]},
                color_scheme="dark" if look.theme == "dark" else "light",
                reduced_motion="reduce",
            )
            if who not in self._cookies:
                self._cookies[who] = self._console.cookie(state.role, there=state.there)
            made.add_cookies(
                [
                    {
                        "name": "kaikukanta",
                        "value": self._cookies[who],
                        "url": f"{self._console.address}/",
                    }
                ]
            )
            self._contexts[(look, *who)] = made
        return self._contexts[(look, *who)]
