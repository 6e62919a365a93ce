"""The exit statuses, and which error ends with which."""

from enum import IntEnum

from desk_app.services.errors import (
    DeskError,
    EnvironmentFaultError,
    NotEnrolledError,
    RefusedError,
    UsageError,
)
from sync.errors import (
    ActivationRefusedError,
    CentralFaultError,
    DeskRefusedError,
    RequestRefusedError,
)


class ExitStatus(IntEnum):
    """The exit statuses on which a calling program may rely (contract 2)."""

    DONE = 0
    BUG = 1
    BAD_USAGE = 2
    UNREACHABLE = 3  # nothing is lost
    ATTENTION = 4  # done, but something needs a person
    NOT_ENROLLED = 5  # or revoked
    REFUSED = 6  # by the rules
    STORE_UNUSABLE = 7  # what and where is said; nothing is overwritten
    STOPPED = 130  # by Ctrl+C, as shells have it


class CommandStoppedError(DeskError):
    """The command was stopped (Ctrl+C)."""

    code = "command_stopped"


_STATUSES: tuple[tuple[type[Exception], ExitStatus], ...] = (
    (RefusedError, ExitStatus.REFUSED),
    (UsageError, ExitStatus.BAD_USAGE),
    (NotEnrolledError, ExitStatus.NOT_ENROLLED),
    (EnvironmentFaultError, ExitStatus.STORE_UNUSABLE),
    (CommandStoppedError, ExitStatus.STOPPED),
    (DeskRefusedError, ExitStatus.NOT_ENROLLED),
    (ActivationRefusedError, ExitStatus.NOT_ENROLLED),
    (RequestRefusedError, ExitStatus.BAD_USAGE),
    (CentralFaultError, ExitStatus.UNREACHABLE),
)

_BAD_USAGE_CODES = {"insecure_address", "ca_file_unusable"}


def exit_status(error: Exception) -> ExitStatus:
    """The contract's exit status for an error."""
    if getattr(error, "code", None) in _BAD_USAGE_CODES:
        return ExitStatus.BAD_USAGE
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), ExitStatus.BUG)
