"""The tree of errors at the ticket desk.

    DeskError                       has a stable ``code``; a sentence is made from it elsewhere
    ├── RefusedError                the rules say no
    ├── UsageError                  what was asked for makes no sense: an unknown offer, a bad date
    │   └── OfferNotFoundError, OfferMalformedError, VisitNotFoundError, AlreadyVoidedError, …
    ├── NotEnrolledError            enrol first, or again
    └── EnvironmentFaultError       a fault outside the program: nothing recorded is lost
        ├── StoreError              the store cannot be used: full, read-only, locked, damaged
        ├── SecretsUnavailableError no keyring, or it is locked
        ├── PrinterError            no printer, or it takes nothing: a PDF can be saved instead
        └── CameraError             no camera, or none that can be used: typing and scanners go on

Anything else that is raised is a bug of this program. ``facts`` fill the sentence's places; they
never carry a whole card number, a token or a key.
"""

from sync.rules.codes import Refusal
from sync.rules.entitlement import Verdict


class DeskError(Exception):
    """The desk could not do as asked, and says why in ``code``."""

    code = "desk_error"

    def __init__(self, **facts: str) -> None:
        super().__init__(f"{self.code} {facts}" if facts else self.code)
        self.facts = facts


class RefusedError(DeskError):
    """The rules refuse; ``reasons`` are why, ``verdict`` is the whole answer."""

    code = "refused"

    def __init__(self, verdict: Verdict, reasons: tuple[Refusal, ...]) -> None:
        super().__init__(reasons=", ".join(reasons))
        self.verdict = verdict
        self.reasons = reasons


class UsageError(DeskError):
    """What was asked for makes no sense."""

    code = "bad_usage"


class OfferNotFoundError(UsageError):
    """No such offer here; a sync may bring it."""

    code = "offer_not_found"


class OfferMalformedError(UsageError):
    """An offer that the venue adds lacks its name, or contains what no offer can."""

    code = "offer_malformed"


class NameMalformedError(UsageError):
    """A name that is entered is too long, or contains invisible characters."""

    code = "name_malformed"


class VisitNotFoundError(UsageError):
    """No such visit in this desk's journal."""

    code = "visit_not_found"


class AlreadyVoidedError(UsageError):
    """The visit has been voided before."""

    code = "already_voided"


class NotInInboxError(UsageError):
    """No such operation is rejected, or it has been resolved meanwhile."""

    code = "not_in_inbox"


class ResolutionNotPossibleError(UsageError):
    """This cannot be done about that rejection; ``remedies`` of the item lists what can."""

    code = "remedy_not_possible"


class NoteMalformedError(UsageError):
    """A note is missing, too long, or contains what no text can."""

    code = "note_malformed"


class PrintedDayMissingError(UsageError):
    """A provisional visit needs the last day that is printed on the card."""

    code = "printed_day_missing"


class ValueMissingError(UsageError):
    """The offer's fee varies, and has to be entered."""

    code = "value_missing"


class OfferNotOwnError(UsageError):
    """An offer of the register is changed there, not here."""

    code = "offer_not_own"


class DayOutOfBoundsError(UsageError):
    """A visit cannot have this day; ``facts["day"]`` is it in ISO form.

    ``facts["meant"]``, where it is there, is the day that was probably meant.
    """


class DayToComeError(DayOutOfBoundsError):
    """The day is in the future."""

    code = "day_to_come"


class DayTooOldError(DayOutOfBoundsError):
    """The day is older than the register accepts."""

    code = "day_too_old"


class RowGoneError(UsageError):
    """A row of a paper form was recorded or discarded meanwhile."""

    code = "row_gone"


class ProvisionalNotAllowedError(UsageError):
    """The register's policy does not let this desk record unknown cards."""

    code = "provisional_not_allowed"


class PutBackTooLateError(UsageError):
    """A voided visit can be restored on its own day only."""

    code = "put_back_too_late"


class NoDisplayError(UsageError):
    """A window was asked for where there is no screen."""

    code = "no_display"


class FileUnreadableError(UsageError):
    """The file that was named cannot be read."""

    code = "file_unreadable"


class FileUnwritableError(UsageError):
    """The file that was named cannot be written."""

    code = "file_unwritable"


class ExportStoppedError(UsageError):
    """The export was cancelled."""

    code = "export_stopped"


class FileTakenError(UsageError):
    """The named file has other content, which must not be overwritten."""

    code = "file_taken"


class PassphraseMissingError(UsageError):
    """A passphrase is needed, and there is nobody to ask for it."""

    code = "passphrase_missing"


class KeyMalformedError(UsageError):
    """The text entered is not a key."""

    code = "key_malformed"


class PassphraseDiffersError(UsageError):
    """The two entries of the passphrase differ."""

    code = "passphrase_differs"


class PassphraseWeakError(UsageError):
    """The passphrase is too easily guessed."""

    code = "passphrase_weak"


class TransferForeignError(UsageError):
    """The file is not a transfer file."""

    code = "parcel_foreign"


class TransferTooNewError(UsageError):
    """The file was written by a newer version of the program."""

    code = "parcel_too_new"


class TransferTooLargeError(UsageError):
    """The file is larger than any transfer file."""

    code = "parcel_too_large"


class TransferUnopenedError(UsageError):
    """The passphrase is wrong, or the file was changed: which of them, nobody can know."""

    code = "parcel_unopened"


class TransferDamagedError(UsageError):
    """The file was changed or cut off, whatever the passphrase."""

    code = "parcel_damaged"


class TransferElsewhereError(UsageError):
    """The operations in the file belong to another venue."""

    code = "parcel_elsewhere"


class AddressMissingError(UsageError):
    """Enrolling needs the register's address, and neither user nor policy gives it."""

    code = "address_missing"


class WorkWaitsError(UsageError):
    """Unsent operations remain, and the desk is to be enrolled anew."""

    code = "work_waits"


class CodeMissingError(UsageError):
    """Enrolling needs an activation code, and there is none, nor a file with one."""

    code = "code_missing"


class CodeFileOpenError(UsageError):
    """The file with the activation code can be read by others."""

    code = "code_file_open"


class NotEnrolledError(DeskError):
    """The desk is not enrolled, or the register no longer knows it."""

    code = "not_enrolled"


class DeskRevokedError(NotEnrolledError):
    """The register has revoked this desk; the journal is kept."""

    code = "desk_revoked"


class EnvironmentFaultError(DeskError):
    """A fault of the environment. Nothing that was recorded is lost."""

    code = "world_error"


class StoreError(EnvironmentFaultError):
    """The store cannot be used; ``facts["path"]`` says where it is."""

    code = "store_unusable"


class StoreFullError(StoreError):
    """No room on the disk."""

    code = "store_full"


class StoreReadOnlyError(StoreError):
    """The folder or the file cannot be written."""

    code = "store_read_only"


class StoreLockedError(StoreError):
    """Another program holds the file."""

    code = "store_locked"


class StoreDamagedError(StoreError):
    """The file is not, or no longer, a readable database."""

    code = "store_damaged"


class StoreKeyError(StoreError):
    """The key does not open the file, or is lost; the file is left as it is."""

    code = "store_key_wrong"


class StoreKeyLostError(StoreKeyError):
    """There is a file, or a copy of one, but the secrets hold no key to it."""

    code = "store_key_lost"


class StoreMovedError(StoreKeyLostError):
    """The folder comes from elsewhere (``facts["made_in"]``), and its key did not come along."""

    code = "store_moved"


class StoreTooNewError(StoreError):
    """The file was written by a newer version of the program."""

    code = "store_too_new"


class WindowSilentError(EnvironmentFaultError):
    """The desk's window is open in another process, which does not answer."""

    code = "window_silent"


class SecretsUnavailableError(EnvironmentFaultError):
    """There is no keyring, or it is locked."""

    code = "secrets_unavailable"


class ExportBrokenOffError(EnvironmentFaultError):
    """The export process ended before it was done, or could not be started."""

    code = "export_broken_off"


class PrinterError(EnvironmentFaultError):
    """The printer accepts no job, or there is none."""

    code = "printer_unavailable"


class CameraError(EnvironmentFaultError):
    """The camera cannot be used; work goes on without."""

    code = "camera_unusable"


class CameraMissingError(CameraError):
    """There is no camera at all."""

    code = "camera_missing"


class CameraGoneError(CameraError):
    """The chosen camera, ``facts["name"]``, is not connected."""

    code = "camera_gone"


class CameraTakenError(CameraError):
    """The camera gives no pictures: most likely another program uses it."""

    code = "camera_taken"


class CameraForbiddenError(CameraError):
    """The system does not let this program use the camera."""

    code = "camera_forbidden"


class CameraFileError(CameraError):
    """The video or folder that replaces a camera has no usable picture."""

    code = "camera_file"
