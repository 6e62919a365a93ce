"""Receives an answer within bounds, and maps network errors to our own.

An error's ``__cause__`` is the innermost one: those around it quote the URL, which may contain a
card number.
"""

import http.client
import time

import requests
import urllib3

from sync.answers import HttpAnswer
from sync.errors import BrokenAnswerError, CentralFaultError, TooSlowError, UnreachableError

_CHUNK = 1 << 16
NETWORK_ERRORS = (
    requests.RequestException,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
    UnicodeError,  # a host that is no name by the rules of IDNA
)


def receive(response: requests.Response, *, what: str, most: int, until: float) -> HttpAnswer:
    """The answer, its body read as far as it is JSON of an acceptable size."""
    if 300 <= response.status_code < 400:
        raise BrokenAnswerError(f"{what}: {response.status_code}, a redirect", code="redirected")
    headers = response.headers
    head = HttpAnswer(
        what,
        response.status_code,
        headers.get("Content-Type", "").partition(";")[0].strip().lower(),
        headers.get("Retry-After"),
        headers.get("Date"),
    )
    if not head.is_json:
        return head
    body = bytearray()
    # read1 gives what has arrived, so that a slow trickle meets the bound on time.
    while chunk := response.raw.read1(_CHUNK, decode_content=True):
        body += chunk
        if len(body) > most:
            raise BrokenAnswerError(f"{what}: beyond {most} bytes", code="answer_too_large")
        if time.monotonic() > until:
            raise TooSlowError(f"{what}: the answer takes too long")
    return HttpAnswer(
        head.what, head.status, head.media_type, head.retry_after, head.date, bytes(body)
    )


def mapped_error(error: Exception, what: str) -> CentralFaultError:
    """A network error mapped to ours. ``what`` names the call for the log."""
    text = f"{what}: {type(error).__name__} ({type(innermost(error)).__name__})"
    if isinstance(error, urllib3.exceptions.DecodeError):
        return BrokenAnswerError(text)
    if isinstance(error, (requests.exceptions.SSLError, urllib3.exceptions.SSLError)):
        return UnreachableError(text, code="certificate_refused")
    if isinstance(error, requests.exceptions.ProxyError):
        return UnreachableError(text, code="proxy_refused")
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return UnreachableError(text)
    is_late = isinstance(error, requests.exceptions.ReadTimeout | urllib3.exceptions.TimeoutError)
    if is_late or isinstance(innermost(error), TimeoutError):
        return TooSlowError(text)
    return UnreachableError(text)


def innermost(error: BaseException) -> BaseException:
    """The innermost cause of an error, as far as it is the network's."""
    inner = error.__cause__ or error.__context__
    return innermost(inner) if isinstance(inner, NETWORK_ERRORS) else error
