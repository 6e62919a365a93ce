"""The tree of errors between desk and register.

    CentralFaultError            a call to the register came to nothing; nothing is lost
    ├── UnreachableError         the network, a name, a certificate, a time-out: try again later
    │   └── TooSlowError         the register was reached, and its answer took too long
    ├── BusyError                429 or 503: the register asks to wait ``retry_after`` seconds
    ├── BrokenAnswerError        something answered, but not as the contract says (a portal's page)
    ├── TimeUnsureError          what waits is not sent before it is known what day it is
    ├── DeskRefusedError         401: this desk's token is not, or no longer, accepted
    ├── RevisionGoneError        410: load the register afresh
    ├── CursorGoneError          410: read the feed from nothing
    ├── NotSupportedError        404, 405: a call that a register of an older version does not know
    ├── CardUnknownError         404: the register does not have this card
    ├── ActivationRefusedError   404, 410: the activation code cannot be used
    └── RequestRefusedError      400, 413, 415, 422: this very request will never be accepted

    RegisterMismatchError        count, checksum or signature disagree: not to be used

Each carries a stable ``code``; sentences for people are made from it elsewhere. The ``detail`` is
for the log: it never carries a card number or a token.
"""


class CentralFaultError(Exception):
    """A call to the register came to nothing."""

    code = "central_fault"

    def __init__(self, detail: str, *, code: str | None = None) -> None:
        super().__init__(detail)
        self.code = code or type(self).code
        self.detail = detail


class UnreachableError(CentralFaultError):
    """No answer: no network, no such name, a refused certificate, a time-out."""

    code = "unreachable"


class TooSlowError(UnreachableError):
    """The answer did not come, or did not end, in time: a smaller one may."""


class BusyError(CentralFaultError):
    """The register asks to be left alone for ``retry_after`` seconds."""

    code = "busy"

    def __init__(self, detail: str, *, retry_after: float, code: str | None = None) -> None:
        super().__init__(detail, code=code)
        self.retry_after = retry_after


class BrokenAnswerError(CentralFaultError):
    """An answer that the contract does not know: HTML from a portal, cut JSON, a 500."""

    code = "broken_answer"


class TimeUnsureError(CentralFaultError):
    """The register's time is far from the desk's, and no second answer has confirmed it."""

    code = "time_unsure"


class DeskRefusedError(CentralFaultError):
    """``token_invalid`` or ``desk_revoked``, of which the second is final (contract 1.3)."""

    code = "token_invalid"

    @property
    def is_final(self) -> bool:
        """Whether the register will not know this desk any more."""
        return self.code == "desk_revoked"


class RevisionGoneError(CentralFaultError):
    """The register no longer knows the changes since this desk's revision."""

    code = "revision_gone"


class CursorGoneError(CentralFaultError):
    """The cursor belongs to a history that the register does not have (contract 1.4a)."""

    code = "cursor_gone"


class NotSupportedError(CentralFaultError):
    """The register is of an older version, and does not know this call."""

    code = "not_supported"


class CardUnknownError(CentralFaultError):
    """The register does not have this card."""

    code = "card_unknown"


class ActivationRefusedError(CentralFaultError):
    """``activation_unknown``, ``activation_used`` or ``activation_expired``."""

    code = "activation_unknown"


class RequestRefusedError(CentralFaultError):
    """The request itself is wrong; sending it again as it is will not help."""

    code = "malformed"


class RegisterMismatchError(Exception):
    """The register that was loaded is not the one that was signed."""

    code = "register_mismatch"
