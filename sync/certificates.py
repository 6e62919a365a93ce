"""TLS towards the register: the trusted certificates, and the expiry of the register's."""

import socket
import ssl
from datetime import UTC, datetime

import certifi
from urllib3.util import parse_url

from sync.address import parse_address
from sync.errors import UnreachableError

_HTTPS = 443


def tls_context(ca_file: str | None) -> ssl.SSLContext:
    """TLS 1.2 or newer, verified by the given authority, or else by the system's and certifi's.

    Raises ``UnreachableError`` (``ca_file_unusable``).
    """
    try:
        context = ssl.create_default_context(cafile=ca_file)
    except OSError as unusable:
        raise UnreachableError(
            "the file of the certificate authority cannot be used", code="ca_file_unusable"
        ) from unusable
    if ca_file is None:
        context.load_verify_locations(certifi.where())
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def certificate_end(
    api_url: str, *, ca_file: str | None = None, timeout: float = 10.0
) -> datetime | None:
    """When the register's certificate runs out (UTC); ``None`` where plain http needs none.

    It connects straight to the register, past any proxy. Raises ``UnreachableError``.
    """
    url = parse_url(parse_address(api_url).base)
    if url.scheme != "https" or url.host is None:
        return None
    host = url.host.strip("[]")
    context = tls_context(ca_file)
    try:
        with (
            socket.create_connection((host, url.port or _HTTPS), timeout) as plain,
            context.wrap_socket(plain, server_hostname=host) as secured,
        ):
            certificate = secured.getpeercert() or {}
    except ssl.SSLError as refused:
        raise UnreachableError("TLS: refused", code="certificate_refused") from refused
    except OSError as away:
        raise UnreachableError("TLS: no connection") from away
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(certificate["notAfter"])), UTC)
