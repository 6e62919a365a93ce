"""Keys and signatures of the list of releases that installed programs look at.

``python -m installer.release_signing new-key FILE`` makes a key, which stays with those who
publish, and prints its public half, which goes into the build. ``python -m
installer.release_signing sign LIST KEY`` signs a list of releases (``{"releases": [{"channel",
"version", "notes", "address"}…]}``), and prints what is to be published.
"""

import argparse
import base64
import json
import os
import sys
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.releases import read_releases


def new_key(path: Path) -> str:
    """Make a key that its owner alone can read; its public half. Raises ``OSError``."""
    key = Ed25519PrivateKey.generate()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def sign(listed: str, key_file: Path) -> str:
    """The list, signed. Raises ``TypeError`` or ``CentralFaultError`` for a bad key or list."""
    key = serialization.load_pem_private_key(key_file.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{key_file} holds no Ed25519 key")
    signature = base64.b64encode(key.sign(listed.encode())).decode()
    published = json.dumps({"signed": listed, "signature": signature}, ensure_ascii=False)
    read_releases(published.encode(), key.public_key().public_bytes_raw())
    return published


def main() -> None:
    """Do what is typed."""
    parser = argparse.ArgumentParser(description="Keys and signatures of the list of releases.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("new-key").add_argument("key", type=Path)
    signing = commands.add_parser("sign")
    signing.add_argument("list", type=Path)
    signing.add_argument("key", type=Path)
    typed = parser.parse_args()
    if typed.command == "new-key":
        print(new_key(typed.key))
    else:
        sys.stdout.write(sign(typed.list.read_text(encoding="utf-8"), typed.key))


if __name__ == "__main__":
    main()
