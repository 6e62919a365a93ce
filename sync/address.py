"""Validates the register's address."""

import ipaddress
from dataclasses import dataclass

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from sync.errors import UnreachableError
from sync.protocol import BASE_PATH


@dataclass(frozen=True, slots=True)
class Address:
    """The register's address. ``base`` ends in the API's base path, without a slash."""

    base: str
    is_loopback: bool


def parse_address(api_url: str) -> Address:
    """An address as an admin writes it, with or without ``/desk/v1`` or a slash at its end.

    Raises :class:`sync.errors.UnreachableError` with the code ``insecure_address`` unless it is
    https, or plain http to this very machine; nothing has been connected to by then. An address
    with a user, a query or a fragment is refused too: none of them belongs there.
    """
    try:
        # The parser that makes the connection too, so that both see the same host.
        url = parse_url(api_url.strip())
    except LocationParseError as unreadable:
        raise _insecure("it cannot be read") from unreadable
    if url.scheme not in {"http", "https"} or not url.host:
        raise _insecure("it does not begin with https://")
    if url.auth is not None or url.query is not None or url.fragment is not None:
        raise _insecure("it carries more than a host and a path")
    is_loopback = _is_loopback(url.host)
    if url.scheme == "http" and not is_loopback:
        raise _insecure("plain http is for this very machine only")
    path = (url.path or "").rstrip("/").removesuffix(BASE_PATH).rstrip("/")
    return Address(f"{url.scheme}://{url.netloc}{path}{BASE_PATH}", is_loopback)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:  # a name; whatever it resolves to, it is not known to stay here
        return False


def _insecure(why: str) -> UnreachableError:
    return UnreachableError(f"the register's address is refused: {why}", code="insecure_address")
