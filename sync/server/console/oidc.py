"""Signing in by OpenID Connect: code flow with PKCE, by Authlib; no protocol of our own.

An account is bound to an identity when its invitation is accepted so; afterwards that identity
signs in to it. What travels with the browser in between is sealed, and works for ten minutes.
"""

import hmac
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from cryptography.exceptions import InvalidTag
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from sync.server.console.context import Console
from sync.server.console.oidc_identity import STATE_SECONDS, Identity, OidcRefusedError
from sync.server.console.oidc_settings import OidcSettings

_SECONDS = 3.0
_TURN_SECONDS = 1.0
"""How long one visitor waits while another asks the provider: not all of them together."""
_KEPT_SECONDS = 3600.0
"""How long what the provider says of itself, and its keys, are believed without asking anew."""
_ASKED_AGAIN_SECONDS = 60.0
"""How soon the keys are asked for again where a token is signed by another one."""
_ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
"""Signatures by a key of the provider's: neither ``none`` nor one by a secret that we share."""


class Oidc:
    """One provider. Safe to use from many threads."""

    def __init__(self, console: Console, settings: OidcSettings) -> None:
        self._console = console
        self.settings = settings
        self._lock = Lock()
        self._asking = Lock()
        self._asked_at = 0.0
        self._provider: dict[str, Any] = {}
        self._keys: KeySet | None = None

    def begin(self, cookie: str, callback: str, invitation: str) -> tuple[str, str]:
        """The provider's address to go to, and what the browser has to bring back in a cookie.

        Raises :class:`OidcRefusedError` where the provider cannot be asked.
        """
        kept = {
            "nonce": secrets.token_urlsafe(24),
            "verifier": secrets.token_urlsafe(48),
            "state": secrets.token_urlsafe(24),
            "cookie": cookie,
            "invitation": invitation,
            "at": self._console.now().timestamp(),
        }
        about = self._about()
        with self._session(callback) as session:
            url, _ = session.create_authorization_url(
                about["authorization_endpoint"],
                state=kept["state"],
                nonce=kept["nonce"],
                code_verifier=kept["verifier"],
            )
        return str(url), self._console.seal_text(json.dumps(kept))

    def finish(self, sealed: str, cookie: str, callback: str, code: str, state: str) -> Identity:
        """Find out who came back. Raises :class:`OidcRefusedError`."""
        try:
            kept = json.loads(self._console.unseal_text(sealed))
        except (InvalidTag, ValueError) as forged:
            raise OidcRefusedError("the state is not ours") from forged
        age = self._console.now().timestamp() - kept["at"]
        if not 0 <= age <= STATE_SECONDS:
            raise OidcRefusedError("the state is too old")
        same = hmac.compare_digest(kept["state"].encode(), state.encode())
        if not same or not hmac.compare_digest(kept["cookie"].encode(), cookie.encode()):
            raise OidcRefusedError("the state is another visitor's")
        about = self._about()
        try:
            with self._turn(), self._session(callback) as session:
                token = session.fetch_token(
                    about["token_endpoint"], code=code, code_verifier=kept["verifier"]
                )
            claims = self._claims(str(token["id_token"]), kept["nonce"])
            subject = str(claims["sub"])
        except (AuthlibBaseError, JoseError, requests.RequestException, KeyError, ValueError) as no:
            raise OidcRefusedError(f"{type(no).__name__}") from no
        return Identity(self.settings.issuer, subject, kept["invitation"])

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Ask the provider, one at a time: a slow one must not hold up everybody at the console."""
        if not self._asking.acquire(timeout=_TURN_SECONDS):
            raise OidcRefusedError("the provider is slow, and others are asking it")
        try:
            yield
        finally:
            self._asking.release()

    def _session(self, callback: str) -> OAuth2Session:
        return OAuth2Session(
            self.settings.client_id,
            self.settings.client_secret,
            scope="openid",
            redirect_uri=callback,
            code_challenge_method="S256",
            default_timeout=_SECONDS,
        )

    def _claims(self, id_token: str, nonce: str) -> CodeIDToken:
        """What the token says, once signature, issuer, audience, end and nonce are right."""
        try:
            read = jwt.decode(id_token, self._key_set(), algorithms=_ALGORITHMS)
        except (JoseError, ValueError):
            if not self._forget_keys():
                raise
            read = jwt.decode(id_token, self._key_set(), algorithms=_ALGORITHMS)
        wanted = {
            "iss": {"essential": True, "value": self.settings.issuer},
            "aud": {"essential": True, "value": self.settings.client_id},
            "nonce": {"essential": True, "value": nonce},
        }
        about = {"nonce": nonce, "client_id": self.settings.client_id}
        claims = CodeIDToken(read.claims, read.header, wanted, about)
        claims.validate(now=int(self._console.now().timestamp()), leeway=60)
        return claims

    def _about(self) -> dict[str, Any]:
        return self._learned()[0]

    def _key_set(self) -> KeySet:
        return self._learned()[1]

    def _forget_keys(self) -> bool:
        """Whether the keys are old enough that the provider may have changed them meanwhile."""
        now = self._console.now().timestamp()
        with self._lock:
            if 0 <= now - self._asked_at < _ASKED_AGAIN_SECONDS:
                return False
            self._keys = None
        return True

    def _learned(self) -> tuple[dict[str, Any], KeySet]:
        """What the provider says of itself, and its keys; it is asked now and again."""
        if (known := self._still_known()) is not None:
            return known
        base = self.settings.issuer.rstrip("/")
        with self._turn():
            if (known := self._still_known()) is not None:  # another has asked meanwhile
                return known
            try:
                about = _json_of(f"{base}/.well-known/openid-configuration")
                if about["issuer"] != self.settings.issuer:
                    raise OidcRefusedError("the provider calls itself otherwise")
                keys = KeySet.import_key_set(_json_of(about["jwks_uri"]))
            except (requests.RequestException, JoseError, KeyError, ValueError) as no:
                raise OidcRefusedError(f"the provider cannot be asked: {type(no).__name__}") from no
            with self._lock:
                self._provider, self._keys = about, keys
                self._asked_at = self._console.now().timestamp()
            return about, keys

    def _still_known(self) -> tuple[dict[str, Any], KeySet] | None:
        now = self._console.now().timestamp()
        with self._lock:
            if self._keys is None or not 0 <= now - self._asked_at < _KEPT_SECONDS:
                return None
            return self._provider, self._keys


def _json_of(url: str) -> Any:  # noqa: ANN401  whatever the provider says
    answer = requests.get(url, timeout=_SECONDS, allow_redirects=False)
    answer.raise_for_status()
    return answer.json()
