"""Errors of a register that is handed on by file. Nothing is changed then."""

from desk_app.services.errors import UsageError


class RegisterMissingError(UsageError):
    """This desk has no register to hand on."""

    code = "register_missing"


class RegisterUnsignedError(UsageError):
    """The register gave no signature with its time, so no other desk could verify it."""

    code = "register_unsigned"


class RegisterUnprovenError(UsageError):
    """The register in the file does not carry the register's signature."""

    code = "register_unproven"


class RegisterOlderError(UsageError):
    """The register in the file is older than the one that is in use here."""

    code = "register_older"


class TransferOtherRegisterError(UsageError):
    """The file is of another register than the one with which this desk is enrolled."""

    code = "parcel_other_register"
