"""Certificates of neighbours that the register handed on, and mutual TLS pinned to them.

Each desk signs a certificate for itself. The register tells it to the venue's other desks
(contract 1.3, ``peers``), and only those certificates are trusted: there is no authority besides,
and no name is checked. A desk that is not among them gets no further than the handshake.
"""

import base64
import hashlib
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

_NAME = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "desk")])
"""The same for every desk: the certificate crosses the network in clear in no version we speak,
but it is handed on by the register, and a name is nobody's business there either."""
_VALID_FROM = datetime(2026, 1, 1, tzinfo=UTC)
_VALID_TO = datetime(2126, 1, 1, tzinfo=UTC)
"""Ours: the register's word ends a certificate, not a date that a wrong clock may get wrong."""
_NO_CHECK_TIME = 0x200000
"""OpenSSL's ``X509_V_FLAG_NO_CHECK_TIME``: a clock without a battery says 1970, before any date."""
LONGEST_CERTIFICATE = 1_000
"""Bytes. Ours has about 250."""


class TimedSocket(ssl.SSLSocket):
    """A socket whose time limit is for all that is read until the next limit is set.

    Python's own is for each piece: one who sends a byte now and then would never be given up.
    """

    _until: float | None = None

    def settimeout(self, value: float | None) -> None:
        """Set the limit; the time begins now."""
        self._until = None if value is None else time.monotonic() + value
        super().settimeout(value)

    def read(self, len: int = 1024, buffer: Any = None) -> Any:  # noqa: A002, ANN401 - as there
        """Read what is there. Raises ``TimeoutError``."""
        if self._until is not None:
            left = self._until - time.monotonic()
            if left <= 0:
                raise TimeoutError("the answer takes too long")
            super().settimeout(left)
        return super().read(len, buffer)


@dataclass(frozen=True, slots=True, repr=False)
class LanIdentity:
    """A desk's private key (PEM) and the certificate (DER) by which its neighbours know it."""

    private_key: bytes
    certificate: bytes

    @classmethod
    def create(cls) -> "LanIdentity":
        """A new identity."""
        key = Ed25519PrivateKey.generate()
        certificate = (
            x509.CertificateBuilder()
            .subject_name(_NAME)
            .issuer_name(_NAME)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(_VALID_FROM)
            .not_valid_after(_VALID_TO)
            .sign(key, algorithm=None)
        )
        return cls(
            key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
            certificate.public_bytes(Encoding.DER),
        )

    @property
    def lan_key(self) -> str:
        """The certificate as the register hands it on."""
        return base64.b64encode(self.certificate).decode("ascii")

    @property
    def fingerprint(self) -> bytes:
        """The hash by which neighbours find this desk on the network."""
        return fingerprint(self.certificate)

    def to_text(self) -> str:
        """The identity as a text for the keyring."""
        return self.private_key.decode("ascii") + ssl.DER_cert_to_PEM_cert(self.certificate)

    @classmethod
    def from_text(cls, text: str) -> "LanIdentity":
        """The identity in a text of :meth:`to_text`. Raises ``ValueError``."""
        data = text.encode("ascii")
        key = load_pem_private_key(data, password=None)
        certificate = x509.load_pem_x509_certificate(data)
        return cls(
            key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
            certificate.public_bytes(Encoding.DER),
        )


@dataclass(frozen=True, slots=True)
class PinnedPeers:
    """The venue's other desks by the hash of their certificate, and the other way round."""

    certificates: Mapping[bytes, bytes]
    desks: Mapping[bytes, UUID]
    fingerprints: Mapping[UUID, bytes]

    @classmethod
    def of(cls, lan_keys: Mapping[UUID, str]) -> "PinnedPeers":
        """The peers that the register names. A key that is no certificate is left out."""
        certificates, desks = {}, {}
        for desk, lan_key in lan_keys.items():
            certificate = _certificate_of(lan_key)
            if certificate is not None:
                name = fingerprint(certificate)
                certificates[name], desks[name] = certificate, desk
        return cls(certificates, desks, {desk: name for name, desk in desks.items()})

    def desk(self, certificate: bytes | None) -> UUID | None:
        """The desk with a certificate (DER); ``None`` for a stranger's, or none."""
        return None if certificate is None else self.desks.get(fingerprint(certificate))


def fingerprint(certificate: bytes) -> bytes:
    """The SHA-256 of a certificate in DER."""
    return hashlib.sha256(certificate).digest()


def server_context(own: LanIdentity, neighbours: PinnedPeers, folder: Path) -> ssl.SSLContext:
    """TLS for the side that is called: it refuses a caller without a neighbour's certificate.

    ``folder`` is where the key is put for the moment of loading; see :func:`_context`.
    """
    return _context(ssl.PROTOCOL_TLS_SERVER, own, neighbours, folder)


def client_context(own: LanIdentity, neighbours: PinnedPeers, folder: Path) -> ssl.SSLContext:
    """TLS for the side that calls; it talks to nobody but neighbours."""
    context = _context(ssl.PROTOCOL_TLS_CLIENT, own, neighbours, folder)
    context.check_hostname = False  # a desk is known by its certificate, whatever its address
    context.sslsocket_class = TimedSocket
    return context


def _context(
    protocol: int, own: LanIdentity, neighbours: PinnedPeers, folder: Path
) -> ssl.SSLContext:
    """A context that trusts the neighbours' own certificates and nothing else.

    Python loads a key from a file alone: it is there, readable to this user only, for as long as
    that takes.
    """
    context = ssl.SSLContext(protocol)
    context.minimum_version = ssl.TLSVersion.TLSv1_3  # the certificates are not seen on the way
    if protocol == ssl.PROTOCOL_TLS_CLIENT:
        context.check_hostname = False
    context.verify_mode = ssl.CERT_REQUIRED
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | _NO_CHECK_TIME
    if neighbours.certificates:
        context.load_verify_locations(cadata=b"".join(neighbours.certificates.values()))
    chain = folder / "lan.pem"
    chain.touch(mode=0o600)
    try:
        pem = ssl.DER_cert_to_PEM_cert(own.certificate).encode("ascii")
        chain.write_bytes(own.private_key + pem)
        context.load_cert_chain(chain)
    finally:
        chain.unlink(missing_ok=True)
    return context


def _certificate_of(lan_key: str) -> bytes | None:
    try:
        certificate = base64.b64decode(lan_key, validate=True)
        if len(certificate) > LONGEST_CERTIFICATE:
            return None
        x509.load_der_x509_certificate(certificate)
    except ValueError:
        return None
    return certificate
