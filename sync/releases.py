"""Fetches the list of releases from the build's address, and verifies its signature.

It is a JSON object of ``signed``, a text, and ``signature``, Ed25519 over that text by the key that
came with the build. The text is JSON in turn: ``{"serial": INT, "expires": DATE, "releases":
[{"channel", "version", "notes": {language: text}, "address"}…]}``. ``serial`` grows with each
published list, and ``expires`` is the last day on which a list is valid: an attacker in between
could otherwise withhold news of a security fix for ever by repeating an old list.
"""

from datetime import date

import requests
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sync.address import parse_address
from sync.errors import BrokenAnswerError, UnreachableError
from sync.signatures import SignatureCheck

_MOST_BYTES = 1 << 18
_TIMEOUT = 15.0
"""Seconds."""


class PublishedRelease(BaseModel):
    """One release; ``notes`` by language, ``address`` where it is to be had."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    channel: str
    version: str
    notes: dict[str, str]
    address: str


class _Signed(BaseModel):
    signed: str
    signature: str


class ReleaseList(BaseModel):
    """The signed content. ``expires`` is its last valid day, inclusive."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    serial: int = Field(ge=1)
    expires: date
    releases: list[PublishedRelease]


class ManifestForgedError(BrokenAnswerError):
    """The list of releases is not signed by those who made this build."""

    code = "manifest_forged"


def fetch_releases(address: str, key: bytes, *, ca_file: str | None = None) -> ReleaseList:
    """The verified list; its serial and last day are the caller's to check.

    Raises ``UnreachableError``, ``BrokenAnswerError`` or its kind ``ManifestForgedError``; then
    nothing of it may be used.
    """
    parse_address(address)  # https, or this very machine
    try:
        with requests.get(
            address, timeout=_TIMEOUT, allow_redirects=False, stream=True, verify=ca_file or True
        ) as answer:
            answer.raise_for_status()
            body = answer.raw.read(_MOST_BYTES + 1, decode_content=True)
    except requests.RequestException as away:
        raise UnreachableError(f"releases: {type(away).__name__}") from None
    return read_releases(body, key)


def read_releases(body: bytes, key: bytes) -> ReleaseList:
    """Parse and verify a list. Raises ``BrokenAnswerError`` or ``ManifestForgedError``."""
    if len(body) > _MOST_BYTES:
        raise BrokenAnswerError("releases: too large", code="answer_too_large")
    try:
        signed = _Signed.model_validate_json(body)
    except ValidationError as broken:
        raise BrokenAnswerError("releases: no list") from broken
    if not SignatureCheck(key)(signed.signed.encode(), signed.signature):
        raise ManifestForgedError("releases: the signature is wrong")
    try:
        return ReleaseList.model_validate_json(signed.signed)
    except ValidationError as broken:
        raise BrokenAnswerError("releases: no list") from broken
