"""One request as a page sees it: who asks, what for, in which language; and how it is answered."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import uuid4

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sync.rules.languages import LANGUAGES, Language
from sync.rules.venues import Venue
from sync.server.console.background_process import BackgroundProcess
from sync.server.console.console_texts import Texts
from sync.server.console.context import Console
from sync.server.console.formats import FILTERS
from sync.server.console.forms import LONGEST_TEXT, FormFields
from sync.server.console.rights import RIGHTS, Place, is_within
from sync.server.console.statistics_tables import StatisticsCounter
from sync.server.console.store.accounts import Account
from sync.server.store import cards

if TYPE_CHECKING:
    from sync.server.console.oidc import Oidc

NAVIGATION = (
    ("/", "home.title"),
    ("/cards", "cards.title"),
    ("/venues", "venues.title"),
    ("/desks", "desks.title"),
    ("/figures", "statistics.title"),
    ("/workplaces", "workplaces.title"),
    ("/audit", "audit.title"),
)
"""The pages of the menu; everybody sees those that they may open."""
NUMBER_IN_TEXT = "form.number_in_text"


class PageRefusedError(Exception):
    """The page cannot be shown; the text says why."""

    def __init__(self, status: int, key: str, **values: object) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.values = values


class Pages:
    """Makes HTML out of templates; every value is escaped."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts

    def render(self, template: str, values: Mapping[str, Any]) -> str:
        """A page."""
        return _templates().get_template(template).render(values)


@lru_cache
def _templates() -> Environment:
    """All templates, each compiled once for all consoles of this process."""
    templates = Environment(
        loader=PackageLoader("resources", "console/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters.update(FILTERS)
    return templates


@dataclass(slots=True, kw_only=True)
class PageRequest:
    """A request, once it is known who asks and that they may."""

    console: Console
    http: Request
    pages: Pages
    statistics: StatisticsCounter
    background: BackgroundProcess
    address: str = ""
    """Where browsers reach the server, if that is known."""
    oidc: "Oidc | None" = None
    """The provider by which people can sign in, where there is one."""
    language: Language
    cookie: str
    """What the visitor's forms are bound to; of an account signed in, the session's token."""
    account: Account | None = None
    form: FormData = field(default_factory=FormData)
    objects: dict[str, Any] = field(default_factory=dict)
    """What the path names, by the name of its part."""

    @property
    def me(self) -> Account:
        """The account that is signed in. Pages for strangers must not ask."""
        if self.account is None:
            raise PageRefusedError(403, "error.forbidden")
        return self.account

    @property
    def base(self) -> str:
        """The path under which the console is served."""
        return str(self.http.scope["root_path"])

    @property
    def origin(self) -> str:
        """The console's address as the browser knows it."""
        return f"{self.address}{self.base}" if self.address else str(self.http.base_url).rstrip("/")

    @property
    def venue(self) -> Venue:
        """The venue that the path names."""
        found: Venue = self.objects["venue"]
        return found

    def fields(self) -> FormFields:
        """The fields of the form that was sent."""
        return FormFields(self.form)

    def text_without_numbers(self, fields: FormFields) -> str:
        """The longer text of a form, in which no card may stand with its whole number.

        Empty, and noted among the errors, where it is missing, odd, or has such a number.
        """
        text = fields.words("text", LONGEST_TEXT)
        with self.console.database.reading() as connection:
            if text and cards.is_any_named(connection, text):
                fields.errors["text"] = NUMBER_IN_TEXT
                return ""
        return text

    def text(self, key: str, **values: object) -> Markup:
        """A text in the visitor's language, as a part of a page."""
        return self.pages.texts.text(self.language, key, **values)

    def plain(self, key: str, **values: object) -> str:
        """The same as text, for where it is no part of a page."""
        return self.pages.texts.text(self.language, key, **values).unescape()

    def _named(self, values: Iterable[str], area: str) -> list[tuple[str, Markup]]:
        """Values to choose from, each with its words."""
        return [(value, self.text(f"{area}.{value}")) for value in values]

    def require(self, place: Place) -> None:
        """Refuse what is about to be made out of reach. Raises :class:`PageRefusedError`."""
        if not is_within(self.me, place):
            raise PageRefusedError(403, "error.forbidden")

    def page(self, template: str, status: int = 200, **values: object) -> Response:
        """A page out of a template."""
        done = self.http.query_params.get("done", "")
        context = {
            "t": self.text,
            "named": self._named,
            "base": self.base,
            "language": self.language,
            "languages": LANGUAGES,
            "account": self.account,
            "navigation": [each for each in NAVIGATION if self.may(f"GET {each[0]}")],
            "here": self._path(),
            "back": self._way_back(),
            "may": self.may,
            "new_id": uuid4(),
            "csrf": self.console.form_token(self.cookie),
            "done": self.text(f"done.{done}") if f"done.{done}" in self.pages.texts.all else "",
            "errors": {},
            "zone": self.console.zone,
            "oidc_name": self.oidc.settings.name if self.oidc else "",
            **values,
        }
        return HTMLResponse(self.pages.render(template, context), status)

    def _path(self) -> str:
        return self.http.url.path.removeprefix(self.base) or "/"

    def _way_back(self) -> str:
        """Where the same page is found again: after a form, the nearest one that can be opened."""
        path = self._path()
        if self.http.method == "GET":
            query = [each for each in self.http.query_params.multi_items() if each[0] != "done"]
            return f"{path}?{urlencode(query)}" if query else path
        shape = self.http.scope["route"].path if "route" in self.http.scope else path
        while f"GET {shape}" not in RIGHTS:
            shape, path = shape.rpartition("/")[0] or "/", path.rpartition("/")[0] or "/"
        return path

    def may(self, route: str) -> bool:
        """Whether the visitor may use a route of the table."""
        allowed = RIGHTS[route]
        return allowed is None or (
            self.account is not None and self.account.workplace.role in allowed
        )

    def go(self, path: str, done: str = "", **query: str) -> Response:
        """Send the browser to another page, which says what has been done."""
        parameters = {**query, **({"done": done} if done else {})}
        return RedirectResponse(
            self.base + path + (f"?{urlencode(parameters)}" if parameters else ""), 303
        )


Handler = Callable[[PageRequest], Response]
"""Answers one route, in a thread."""
