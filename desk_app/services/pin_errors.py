"""Errors of entering, setting or removing a PIN."""

from desk_app.services.errors import UsageError


class PinTooShortError(UsageError):
    """The PIN is shorter than ``facts["shortest"]`` characters."""

    code = "pin_too_short"


class PinWrongError(UsageError):
    """The PIN is wrong."""

    code = "pin_wrong"


class PinWaitError(UsageError):
    """Too many wrong PINs; the next try is possible after ``facts["seconds"]``."""

    code = "pin_wait"


class PinMissingError(UsageError):
    """A PIN is set, and the command that shows or changes visits was not given it."""

    code = "pin_missing"


class PinFileOpenError(UsageError):
    """The file with the PIN, at ``facts["path"]``, can be read by others."""

    code = "pin_file_open"


class RightsMissingError(UsageError):
    """Only users who may write the policy file, at ``facts["path"]``, may do this.

    ``facts["slip"]`` is the file by which such a person allows it to somebody else.
    """

    code = "rights_missing"
