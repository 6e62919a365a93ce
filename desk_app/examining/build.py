"""The shipped build proves itself: everything is there, and the parts work together.

Nothing of a desk is touched: what is written lies in a throw-away folder. A packed program says
here what a missing library or file would otherwise say at the counter.
"""

import base64
import importlib
import pkgutil
import ssl
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from desk_app.examining.check import Check, look

_NOT_SHIPPED = ("desk_app.demo", "desk_app.__main__", "sync.server")
"""The register is a program of its own, and so is the demo, which starts one."""
_NUMBER = "KAIKU12345"
_PLAIN = b"SQLite format 3\x00"


def examine_build() -> Sequence[Check]:
    """Every part of the build, each looked at by itself."""
    return [
        look("imports", _imports),
        look("store", _store),
        look("decode", _decode),
        look("crypto", _crypto),
        look("certificates", _certificates),
        look("window", _window),
    ]


def _imports() -> str:
    """Every module loads, and with it every library it stands on."""
    loaded = 0
    for package in map(importlib.import_module, ("desk_app", "sync")):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.startswith(_NOT_SHIPPED):
                importlib.import_module(module.name)
                loaded += 1
    return f"{loaded} modules"


def _store() -> str:
    """A database is made, keeps a card, and cannot be read without its key."""
    from desk_app.store.database import Database  # noqa: PLC0415 - a missing library is a finding
    from desk_app.store.register import StoredRegister  # noqa: PLC0415 - the same
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


def _decode() -> str:
    """A code is drawn, packed as a picture, unpacked, and read by both readers."""
    import cv2  # noqa: PLC0415 - see _store
    import numpy as np  # noqa: PLC0415 - see _store
    import zxingcpp  # noqa: PLC0415 - see _store
    from pyzbar import pyzbar  # noqa: PLC0415 - see _store

    drawn = zxingcpp.create_barcode(_NUMBER, zxingcpp.BarcodeFormat.QRCode).to_image(scale=4)
    code = cv2.copyMakeBorder(np.array(drawn), 20, 20, 20, 20, cv2.BORDER_CONSTANT, value=[255])
    _, packed = cv2.imencode(".jpg", code)
    picture = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
    if picture is None:
        raise RuntimeError("pictures cannot be read")
    read = {
        "zxing": [found.text for found in zxingcpp.read_barcodes(picture)],
        "zbar": [found.data.decode() for found in pyzbar.decode(picture)],
    }
    blind = [reader for reader, texts in read.items() if texts != [_NUMBER]]
    if blind:
        raise RuntimeError(f"a clear code is not read by {', '.join(blind)}")
    return ", ".join([*read, f"OpenCV {cv2.__version__}"])


def _crypto() -> str:
    """A signature is told from a forged one, and what is sealed opens again."""
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - see _store
    from nacl.secret import SecretBox  # noqa: PLC0415 - see _store
    from nacl.utils import random  # noqa: PLC0415 - see _store

    from sync.signatures import SignatureCheck  # noqa: PLC0415 - see _store

    key = ed25519.Ed25519PrivateKey.generate()
    signed = base64.b64encode(key.sign(b"text")).decode()
    check = SignatureCheck(key.public_key().public_bytes_raw())
    if not check(b"text", signed) or check(b"another", signed):
        raise RuntimeError("signatures are not told apart")
    box = SecretBox(random(SecretBox.KEY_SIZE))
    if box.decrypt(box.encrypt(b"text")) != b"text":
        raise RuntimeError("what was sealed does not open")
    return "Ed25519, libsodium"


def _certificates() -> str:
    """The authorities by which a register is trusted came along."""
    import certifi  # noqa: PLC0415 - see _store

    return f"{len(ssl.create_default_context(cafile=certifi.where()).get_ca_certs())} authorities"


def _window() -> str:
    """The main window is built in each language, with all its pages, and draws itself."""
    from desk_app.examining.window import draw_every_page  # noqa: PLC0415 - a build without Qt says so

    return f"{draw_every_page()} pictures"
