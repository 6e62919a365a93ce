"""Settings of the provider at which people sign in (OpenID Connect)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OidcSettings:
    """The provider as its administrator has registered the console there."""

    issuer: str
    client_id: str
    client_secret: str
    name: str
    """As the button says it: the organisation's own word for it."""
