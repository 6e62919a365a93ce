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
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile
from zoneinfo import ZoneInfo

from desk_app.devices.secrets import load_keyring
from desk_app.diagnostics.check import Check, run_probe
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


def examine_build() -> Sequence[Check]:
    """Run each check of the build."""
    return [
        run_probe("imports", _imports),
        run_probe("store", _store),
        run_probe("keyring", load_keyring),
        run_probe("decode", read_code),
        run_probe("pictures", read_pictures),
        run_probe("camera", read_frames),
        run_probe("sheets", _sheets),
        run_probe("crypto", _crypto),
        run_probe("certificates", _certificates),
        run_probe("time", _time),
        run_probe("qt", _qt),
        run_probe("window", _window),
        run_probe("export", _export),
    ]


def _imports() -> str:
    """Check that every module loads, and with it every library it depends on."""
    loaded = 0
    for package in map(importlib.import_module, ("desk_app", "sync")):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.startswith(_NOT_SHIPPED):
                importlib.import_module(module.name)
                loaded += 1
    return f"{loaded} modules"


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

    return f"{len(ssl.create_default_context(cafile=certifi.where()).get_ca_certs())} authorities"


def _time() -> str:
    """Check that Helsinki's time zone is included, for systems without their own."""
    with files("tzdata.zoneinfo.Europe").joinpath("Helsinki").open("rb") as rules:
        summer = datetime(2026, 7, 1, tzinfo=ZoneInfo.from_file(rules))
    if summer.utcoffset() != timedelta(hours=3):
        raise RuntimeError("Helsinki's summer time is not known")
    return f"zones of {version('tzdata')}"


def _qt() -> str:
    """Check that Qt's plugins, as for a display or a printer, find all they need."""
    from desk_app.self_test.window_pictures import load_plugins  # noqa: PLC0415 - a build without Qt says so

    if not getattr(sys, "frozen", False):
        return "not packed"
    return f"{load_plugins()} plugins"


def _window() -> str:
    """Check that the main window is built and drawn in each language, with all its pages."""
    from desk_app.self_test.window_pictures import draw_every_page  # noqa: PLC0415 - a build without Qt says so

    return f"{draw_every_page()} pictures"


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
            return "a program of its own"
    raise RuntimeError("a desk that is not enrolled wrote a table")
