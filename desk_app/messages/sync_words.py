"""Messages about the exchange between desk and register."""

import re
from datetime import datetime, tzinfo

from desk_app.messages.bug import BUG
from desk_app.messages.counter_messages import Messages
from desk_app.messages.faults import ERRORS
from desk_app.messages.sentences import sentences
from desk_app.services.missing_operations import MissingOperations
from desk_app.services.ports import DeskRecord
from desk_app.services.status import Connection, ConnectionState, DeskStatus
from sync.rules.policy import Policy

_NO_ANSWER = "unreachable"
_PARTICULARS = re.compile(r":? *\{[^}]*\}")


class SyncWords:
    """Sentences in the language of ``words``."""

    def __init__(self, words: Messages) -> None:
        self._words = words

    def tr(self, key: str, disambiguation: str = "", n: int = -1) -> str:
        """A text of this class's own; the form in which lupdate sees that a text has plurals."""
        return self._words.translate("SyncWords", key, disambiguation, n)

    def fault(self, code: str) -> str:
        """Why the last try failed; of what is known by its code alone, without its particulars."""
        texts = BUG if code == "bug" else ERRORS.get(code, ERRORS["broken_answer"])
        return _PARTICULARS.sub("", self._words.translate("Error", texts[0]))

    def next_try(self, connection: Connection, zone: tzinfo, now: datetime) -> str:
        """When it is tried again, and why it failed last; empty where nothing failed."""
        if connection.fault is None or connection.busy:
            return ""
        why = self.fault(connection.fault)
        if connection.fault == _NO_ANSWER and connection.state is ConnectionState.OFFLINE:
            why = ""  # "offline" says it
        at = connection.next_try_at
        if at is None:
            return why
        if at <= now:
            return sentences(why, self.tr("The program tries again at once."))
        clock = self._words.clock(at.astimezone(zone))
        return sentences(why, self.tr("The next attempt is at {time}.").format(time=clock))

    def resent(self, count: int) -> str:
        """The message that work was sent again; empty where none was."""
        if not count:
            return ""
        return self.tr("%n record(s) sent again: missing from the register", "", count)

    def forked(self) -> str:
        """The message that the data is in use twice."""
        return self.tr(
            "This desk's data is in use in two places, or an old copy was restored. The desk has "
            "downloaded what the register knows about it. If the data was copied to another "
            "computer, enrol that computer as a separate desk."
        )

    def needs_code(self) -> str:
        """The message that the register has not known the desk for long."""
        return self.tr(
            "The register has not recognised this desk for two days. You can keep working: "
            "everything is kept. Ask Kaikukeskus for a new activation code, and enrol the desk "
            "again."
        )

    def missing(self, missing: MissingOperations, zone: tzinfo) -> str:
        """The message that operations were lost before they were sent, as far as that is known."""
        if missing.sought:
            text = self.tr(
                "At least %n record(s) made between {first} and {last} are lost: visits, "
                "withdrawals, notes or your own offers. An older copy of this desk's data was "
                "restored before they were sent, so neither the desk nor the register has them. "
                "Compare the pages Visits and Offers with your own notes and paper forms, and "
                "record again what is missing.",
                "",
                missing.count,
            )
        else:
            text = self.tr(
                "At least %n unsent record(s) made between {first} and {last} are no longer in "
                "this desk's data. An older copy of it was restored, or it was deleted. The "
                "program looks for them in the register with the next sync.",
                "",
                missing.count,
            )
        return text.format(
            first=self._moment(missing.first, zone), last=self._moment(missing.last, zone)
        )

    def missing_of(self, missing: MissingOperations | None, desk: DeskRecord | None) -> str:
        """The same by a desk's own calendar; empty where nothing is missing."""
        if missing is None:
            return ""
        return self.missing(missing, (desk.policy if desk else Policy()).zone)

    def confirm_missing(self) -> str:
        """Where a person confirms having read it."""
        return self.tr("When you have read this, confirm it on the page To resolve.")

    def acknowledged(self, count: int) -> str:
        """The message that it is told no more."""
        if not count:
            return self.tr("No missing records to confirm.")
        return self.tr("The notice about %n missing record(s) is no longer shown.", "", count)

    def _moment(self, at: datetime, zone: tzinfo) -> str:
        here = at.astimezone(zone)
        return f"{self._words.date(here.date())} {self._words.clock(here)}"

    def standing(self, status: DeskStatus) -> tuple[str, str]:
        """The gravest that somebody should know, in few words and at length; empty for nothing."""
        state = status.sync_health
        if status.missing is not None:
            return (
                self.tr("%n record(s) missing", "", status.missing.count),
                " ".join((self.missing_of(status.missing, status.desk), self.confirm_missing())),
            )
        if state.needs_code:
            return self.tr("Needs a new activation code"), self.needs_code()
        if state.forked_at is not None:
            return self.tr("Data in use twice, or an old copy restored"), self.forked()
        return "", ""
