"""An OpenID Connect provider of our own on a loopback port, which can be told to misbehave."""

import json
import threading
from base64 import urlsafe_b64encode
from functools import cache
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT, SECRET = "console", "a secret of the client"


@cache
def key_named(key_id: str) -> RSAKey:
    """A key of that name, the same for all tests of a process: to make one takes its time."""
    return RSAKey.generate_key(2048, {"kid": key_id, "use": "sig"})


class OidcProvider:
    """Signs everybody in as ``subject``. ``claims`` are put over what a token says."""

    def __init__(self) -> None:
        self.key = key_named("one")
        self.signing: RSAKey | OctKey = self.key
        self.key_id = "one"
        self.algorithm = "RS256"
        self.subject = "somebody"
        self.claims: dict[str, Any] = {}
        self.now = 0
        self.codes: dict[str, dict[str, str]] = {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider.get(self)

            def do_POST(self) -> None:
                provider.post(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever)
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"

    def change_key(self, key_id: str) -> None:
        """Sign with a new key from now on; the old one is gone."""
        self.key = self.signing = key_named(key_id)
        self.key_id = key_id

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def get(self, call: BaseHTTPRequestHandler) -> None:
        """Discovery, keys, and the page where people sign in, which sends them straight back."""
        parts = urlsplit(call.path)
        if parts.path == "/.well-known/openid-configuration":
            names = {"authorization_endpoint": "authorize", "token_endpoint": "token"}
            urls = {name: f"{self.issuer}/{path}" for name, path in names.items()}
            answer(call, {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/keys", **urls})
        elif parts.path == "/keys":
            answer(call, {"keys": [self.key.as_dict(private=False)]})
        else:
            asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
            code = f"code-{len(self.codes)}"
            self.codes[code] = asked
            back = urlencode({"code": code, "state": asked["state"]})
            call.send_response(302)
            call.send_header("Location", f"{asked['redirect_uri']}?{back}")
            call.end_headers()

    def post(self, call: BaseHTTPRequestHandler) -> None:
        """A token for a code, once, for a caller who knows the verifier."""
        body = call.rfile.read(int(call.headers["Content-Length"])).decode()
        sent = {key: values[0] for key, values in parse_qs(body).items()}
        asked = self.codes.pop(sent["code"], None)
        digest = urlsafe_b64encode(sha256(sent["code_verifier"].encode()).digest()).rstrip(b"=")
        if asked is None or digest.decode() != asked["code_challenge"]:
            answer(call, {"error": "invalid_grant"}, 400)
            return
        document: dict[str, Any] = {
            "iss": self.issuer,
            "sub": self.subject,
            "aud": CLIENT,
            "iat": self.now,
            "exp": self.now + 300,
            "nonce": asked["nonce"],
            **self.claims,
        }
        token = {"access_token": "x", "token_type": "Bearer", "id_token": self._signed(document)}
        answer(call, token)

    def _signed(self, document: dict[str, Any]) -> str:
        if self.algorithm == "none":
            parts = [{"alg": "none", "kid": "one"}, document]
            packed = [
                urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=").decode() for p in parts
            ]
            return ".".join([*packed, ""])
        return jwt.encode({"alg": self.algorithm, "kid": self.key_id}, document, self.signing)


def answer(call: BaseHTTPRequestHandler, document: dict[str, Any], status: int = 200) -> None:
    """Say something in JSON."""
    content = json.dumps(document).encode()
    call.send_response(status)
    call.send_header("Content-Type", "application/json")
    call.send_header("Content-Length", str(len(content)))
    call.end_headers()
    call.wfile.write(content)
