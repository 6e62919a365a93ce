"""Unattended enrolment, by the machine's policy and a file with a code.

The file is deleted once its code has been used, and stays where enrolling failed.
"""

import logging
from pathlib import Path

from desk_app.bootstrap.application import App
from desk_app.config.machine_policy import MachinePolicy
from desk_app.files.protection import is_private
from desk_app.services.errors import (
    AddressMissingError,
    CodeFileOpenError,
    CodeMissingError,
    FileUnreadableError,
)
from desk_app.services.ports import DeskRecord

_log = logging.getLogger(__name__)
_MOST_BYTES = 256
DESK_NAME = "Lippuluukku"
"""The default name of a desk."""


def enrol(
    app: App,
    policy: MachinePolicy,
    *,
    address: str | None = None,
    code: str | None = None,
    code_file: Path | None = None,
    name: str | None = None,
    ca_file: Path | None = None,
) -> DeskRecord:
    """Enrol by the given values, and by the policy where they are missing.

    Raises ``AddressMissingError``, ``CodeMissingError``, ``CodeFileOpenError``,
    ``FileUnreadableError``, and what ``EnrolmentService.enrol`` does.
    """
    address = address or policy.register_address
    if address is None:
        raise AddressMissingError
    eaten = None if code else code_file or policy.activation_code_file
    if eaten is not None:
        code = _read(eaten)
    if not code:
        raise CodeMissingError
    ca_file = ca_file or policy.ca_file
    record = app.services.enrolling.enrol(
        api_url=address,
        code=code,
        desk_name=name or policy.desk_name or DESK_NAME,
        ca_file=str(ca_file.resolve()) if ca_file else None,
    )
    if eaten is not None:
        _remove(eaten)
    return record


def is_due(app: App, policy: MachinePolicy) -> bool:
    """Whether a desk that is not enrolled yet finds a code waiting for it."""
    waits = policy.activation_code_file
    return waits is not None and waits.exists() and app.desk.record() is None


def _read(path: Path) -> str:
    try:
        if not is_private(path):
            raise CodeFileOpenError(path=str(path))
        with path.open("rb") as file:
            return file.read(_MOST_BYTES).decode("utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as unreadable:
        raise FileUnreadableError(path=str(path)) from unreadable


def _remove(path: Path) -> None:
    """Remove the file of the used code; a failure does no harm, and is logged."""
    try:
        path.unlink()
    except OSError as kept:
        _log.warning("the file of the used activation code stays: %s", type(kept).__name__)
