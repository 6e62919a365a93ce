"""The identity that signing in by OpenID Connect proves, or the refusal."""

from dataclasses import dataclass

STATE_SECONDS = 600
"""For which what travels with the browser in between is good."""


class OidcRefusedError(Exception):
    """The provider's answer does not prove who it is; the log says why, and the page does not."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A person's identity at a provider."""

    issuer: str
    subject: str
    invitation: str
    """The secret of the invitation that is being accepted; empty when signing in."""
