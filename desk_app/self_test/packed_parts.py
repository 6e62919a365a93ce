"""Checks that a packaged build is complete, and that its parts work together.

No desk is touched: all is written to a temporary folder. A packaged program reports here what a
missing library or file would otherwise cause at the counter.
"""

import base64
import importlib
import pkgutil
import ssl
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile
from zoneinfo import ZoneInfo

from desk_app.devices.secrets import load_keyring
from desk_app.diagnostics.check import Check
from desk_app.messages import Messages
from desk_app.messages.self_test import SelfTestWords
from desk_app.self_test.decoding import read_code, read_frames, read_pictures

_NOT_SHIPPED = ("desk_app.demo", "desk_app.__main__", "sync.server")
"""The register is a program of its own, and so is the demo, which starts one."""
_PLAIN = b"SQLite format 3\x00"
_SEALED_BY_LIBSODIUM = (
    "S0FJS1VQQVJDRUwBAAAAAQAAAAAAACAAOMVYQm+d1LdxEmrHxOAGRAf8gyWcLrILAKZG9P7N5jNpErOj56G79UgUb91D"
    "+Z2bMTRuyd8BvJBdznVD"
)
"""The word "text", as an earlier version sealed it."""

_SOME_TIME = datetime(2026, 1, 1, 12, tzinfo=UTC)


def examine_build(
    messages: Messages, probes: Mapping[str, Callable[[], str]] | None = None
) -> Sequence[Check]:
    """Run each check of the build; a probe returns what it found, or raises the problem."""
    words = SelfTestWords(messages)
    checks = []
    for name, probe in (PROBES if probes is None else probes).items():
        try:
            checks.append(Check(name, ok=True, detail=words.works(name, probe())))
        except Exception as wrong:  # noqa: BLE001 - whatever it is, it is the finding
            checks.append(Check(name, ok=False, detail=words.fails(name, wrong)))
    return checks


def _imports() -> str:
    """Check that every module loads, and with it every library it depends on."""
    loaded = 0
    for package in map(importlib.import_module, ("desk_app", "sync")):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.startswith(_NOT_SHIPPED):
                importlib.import_module(module.name)
                loaded += 1
    return str(loaded)


def _store() -> str:
    """Check that a database is made, keeps a card, and cannot be read without its key."""
    from desk_app.store.connection.database import Database  # noqa: PLC0415 - a missing library is a finding
    from desk_app.store.register.register import StoredRegister  # noqa: PLC0415 - the same
    from sync.rules.cards import Card, CardKind, CardStatus  # noqa: PLC0415 - the same

    card = Card(
        "TEST1", CardKind.PERSONAL, CardStatus.ACTIVE, date(2026, 1, 1), date(2026, 12, 31),
        0, "Espoo", local_only=False,
    )  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="kaikuluukku-") as folder:
        path = Path(folder) / "desk.db"
        database = Database.open(path, "0f" * 32)
        try:
            register = StoredRegister(database)
            register.begin_load(1)
            register.add_page([card], after=None, last=True)
            with database.read() as connection:
                version = connection.exec_driver_sql("PRAGMA cipher_version").scalar_one()
        finally:
            database.close()
        if path.read_bytes().startswith(_PLAIN):
            raise RuntimeError("the database is not encrypted")
    return f"SQLCipher {version}"


def _sheets() -> str:
    """Check that a visit is written in each format, and that the workbook opens again."""
    from desk_app.files.spreadsheets import FORMATS  # noqa: PLC0415 - see _store
    from desk_app.services.reporting import Row  # noqa: PLC0415 - see _store
    from sync.ports import OperationState  # noqa: PLC0415 - see _store
    from sync.rules.offers import OfferKind, Sector  # noqa: PLC0415 - see _store
    from sync.rules.visits import Tickets  # noqa: PLC0415 - see _store

    row = Row(
        visit_id=UUID(int=1), local_date=date(2026, 1, 1), recorded_at=_SOME_TIME,
        desk="desk", offer_id=UUID(int=2), offer="Näytelmä", kind=OfferKind.EVENT,
        sector=Sector.CULTURE, tickets=Tickets(holder=1), entry="typed", verdict="valid",
        provisional=False, state=OperationState.PENDING, voided=False, operator=None,
        card_number=None,
    )  # fmt: skip
    written = {form: write([row], with_cards=False) for form, write in FORMATS.items()}
    with ZipFile(BytesIO(written["xlsx"])) as book:
        texts = book.read("xl/sharedStrings.xml").decode()
    if not all("Näytelmä" in text for text in (texts, written["csv"].decode("utf-8-sig"))):
        raise RuntimeError("a table does not hold what was written")
    return ", ".join(written)


def _crypto() -> str:
    """Check that signatures are verified, and that encrypted data can be decrypted."""
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - see _store

    from desk_app.files.sealing import Hardness, seal, unseal  # noqa: PLC0415 - see _store
    from sync.signatures import SignatureCheck  # noqa: PLC0415 - see _store

    key = ed25519.Ed25519PrivateKey.generate()
    signed = base64.b64encode(key.sign(b"text")).decode()
    check = SignatureCheck(key.public_key().public_bytes_raw())
    if not check(b"text", signed) or check(b"another", signed):
        raise RuntimeError("signatures are not told apart")
    earlier = base64.b64decode(_SEALED_BY_LIBSODIUM)
    for sealed in (seal(b"text", "a passphrase", Hardness.least()), earlier):
        if unseal(sealed, "a passphrase") != b"text":
            raise RuntimeError("what was sealed does not open")
    return "Ed25519, ChaCha20-Poly1305, libsodium"


def _certificates() -> str:
    """Check that the certificate authorities are included."""
    import certifi  # noqa: PLC0415 - see _store

    return str(len(ssl.create_default_context(cafile=certifi.where()).get_ca_certs()))


def _time() -> str:
    """Check that Helsinki's time zone is included, for systems without their own."""
    with files("tzdata.zoneinfo.Europe").joinpath("Helsinki").open("rb") as rules:
        summer = datetime(2026, 7, 1, tzinfo=ZoneInfo.from_file(rules))
    if summer.utcoffset() != timedelta(hours=3):
        raise RuntimeError("Helsinki's summer time is not known")
    return f"tzdata {version('tzdata')}"


def _qt() -> str:
    """Check that a package's Qt plugins, as for a display or a printer, find all they need."""
    from desk_app.self_test.window_pictures import load_plugins  # noqa: PLC0415 - a build without Qt says so

    return str(load_plugins() if getattr(sys, "frozen", False) else 0)


def _window() -> str:
    """Check that the main window is built and drawn in each language, with all its pages."""
    from desk_app.self_test.window_pictures import draw_every_page  # noqa: PLC0415 - a build without Qt says so

    return str(draw_every_page())


def _export() -> str:
    """Check that the program can start itself again, as for an export."""
    from desk_app.bootstrap.export_process import ProgramExports  # noqa: PLC0415 - see _store
    from desk_app.config.paths import Home  # noqa: PLC0415 - see _store
    from desk_app.services.errors import NotEnrolledError  # noqa: PLC0415 - see _store
    from desk_app.services.exporting import Extent, no_progress  # noqa: PLC0415 - see _store

    with tempfile.TemporaryDirectory(prefix="kaikuluukku-") as folder:
        home = Home(Path(folder))
        exports = ProgramExports(home, f"file:{home.folder / 'secrets.json'}")
        try:
            exports.export(home.folder / "x.csv", "csv", Extent(), with_cards=False).write(
                no_progress
            )
        except NotEnrolledError:
            return ""
    raise RuntimeError("a desk that is not enrolled wrote a table")


PROBES: Mapping[str, Callable[[], str]] = {
    "imports": _imports,
    "store": _store,
    "keyring": load_keyring,
    "decode": read_code,
    "pictures": read_pictures,
    "camera": read_frames,
    "sheets": _sheets,
    "crypto": _crypto,
    "certificates": _certificates,
    "time": _time,
    "qt": _qt,
    "window": _window,
    "export": _export,
}
"""By the names of the checks."""
