"""The enrolment code that a desk can scan: the register's address and an activation code.

As text it is ``kaikuluukku:enrol?api=https%3A%2F%2Fregister.example&code=ABCD-EFGH-JKLM``, made to
be shown as a QR code. The scheme is our own, so that a telephone that happens to read it has
nothing to open, and no web server ever sees the code.
"""

import re
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import parse_qs, quote, urlencode, urlsplit

SCHEME = "kaikuluukku"
_ACTION = "enrol"
_LONGEST_ADDRESS = 500
_CODE = re.compile(r"[A-Za-z0-9]{1,40}(-[A-Za-z0-9]{1,40}){0,9}")


class MalformedLinkError(ValueError):
    """The text is no enrolment code; it is kept out of the message, as it may contain a secret."""

    def __init__(self) -> None:
        super().__init__("an enrolment code names a register and an activation code")


@dataclass(frozen=True, slots=True)
class EnrolmentLink:
    """A register's address and an activation code for it.

    Whether the address is safe to use is judged where it is used (``sync/address.py``); show it to
    the person who enrols before anything is sent there. Raises :class:`MalformedLinkError`.
    """

    api_url: str
    code: str = field(repr=False)

    def __post_init__(self) -> None:
        if not _is_address(self.api_url) or _CODE.fullmatch(self.code) is None:
            raise MalformedLinkError

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text of a link. Parts that are not known are left aside.

        Raises :class:`MalformedLinkError`.
        """
        try:
            parts = urlsplit(text.strip())
            query = parse_qs(parts.query, max_num_fields=20)
        except ValueError:
            raise MalformedLinkError from None
        if parts.scheme != SCHEME or parts.path.lower() != _ACTION or parts.netloc:
            raise MalformedLinkError
        match query:
            case {"api": [api_url], "code": [code]}:
                return cls(api_url, code)
        raise MalformedLinkError

    def text(self) -> str:
        """The link as the text of a QR code."""
        query = urlencode({"api": self.api_url, "code": self.code}, quote_via=quote, safe="")
        return f"{SCHEME}:{_ACTION}?{query}"


def _is_address(url: str) -> bool:
    if len(url) > _LONGEST_ADDRESS or not url.isascii() or not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
