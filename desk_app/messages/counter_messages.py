"""Messages at the counter, composed from verdicts, tickets, offers and times."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

from desk_app.messages.codes import FOREIGN, CodeMessage
from desk_app.messages.diagnostics import FINDINGS
from desk_app.messages.error_texts import texts_of, under_headline
from desk_app.messages.facts import Facts
from desk_app.messages.held_operations import (
    NOTE_NOT_TAKEN,
    NOTE_SENT,
    NOTE_WAITS,
    NOTE_WAITS_IN_VAIN,
)
from desk_app.messages.rejections import (
    OTHERWISE,
    RESOLUTIONS,
    is_known,
    message_for,
    register_explanation,
)
from desk_app.messages.sentences import sentences
from desk_app.messages.tickets import USUAL_AGES, AgeLimits, TicketWords, with_ages
from desk_app.messages.translation import Translate
from desk_app.services.inbox_items import RejectedItem, Resolution
from desk_app.services.ports import DeskRecord
from desk_app.services.status import Connection, ConnectionState, DeskStatus
from sync.ports import OperationState
from sync.rules.offers import Offer
from sync.rules.payloads import Foreign
from sync.rules.policy import Policy, RegisterAge
from sync.rules.tickets import Tickets
from sync.rules.venues import Venue
from sync.rules.visits import Visit


class Messages:
    """Sentences in the language that ``translate`` speaks; ``language`` is ``fi``, ``sv``, ``en``.

    It holds no state: make another when the language changes.
    """

    def __init__(
        self,
        translate: Translate,
        language: str,
        ages: AgeLimits = USUAL_AGES,
        zone: tzinfo = UTC,
        venues: Sequence[Venue] = (),
    ) -> None:
        self.translate = translate
        self.language = language
        self.ages = ages
        self.zone = zone
        self.venues = tuple(venues)
        self.of_tickets = TicketWords(translate, ages)

    def under(self, policy: Policy, venues: Sequence[Venue] = ()) -> "Messages":
        """The same messages with the age limits and the time zone of the register's policy.

        ``venues`` are those of a desk that records for several.
        """
        return Messages(self.translate, self.language, AgeLimits.of(policy), policy.zone, venues)

    def tr(self, key: str, disambiguation: str = "", n: int = -1) -> str:
        """A text of this class's own; the form in which lupdate sees that a text has plurals."""
        return self.translate("Messages", key, disambiguation, n)

    def with_ages(self, text: str) -> str:
        """The text with the age limits in their places."""
        return with_ages(text, age=self.ages.own, community_age=self.ages.community)

    def foreign(self, what: Foreign) -> CodeMessage:
        """The message for another code than a card, with the next step."""
        headline, advice = FOREIGN[what]
        return self.translate("Foreign", headline), self.translate("Foreign", advice)

    def no_code(self) -> str:
        """A picture without a code that could be read."""
        return self.translate("Foreign", "No code was found.")

    def unsure_code(self) -> str:
        """A barcode of lines that too few passes have read alike."""
        return self.translate(
            "Foreign",
            "The result is not certain. Take the picture again, closer and in better light.",
        )

    def enrolment_code(self, api_url: str) -> str:
        """A code by which a desk is enrolled with the register at an address."""
        text = self.translate(
            "Foreign", "This is an activation code for the register at {address}."
        )
        return text.format(address=api_url)

    def refused(self, item: RejectedItem) -> CodeMessage:
        """Why the register refused a record, and what to do about it."""
        texts = message_for(item, self.zone)
        what, then = self.translate("Refused", texts[0]), self.translate("Refused", texts[1])
        if is_known(item):
            return what, then
        explanation = register_explanation(item.detail, self.language)
        if texts is OTHERWISE:
            return explanation or what, then
        return sentences(what, explanation), then

    def note_sending(self, item: RejectedItem) -> str:
        """The sending state of the last note on it; empty where there is none."""
        last = item.resolution_records[-1] if item.resolution_records else None
        if last is None or last.sending is None:
            return ""
        text = {
            OperationState.ACCEPTED: NOTE_SENT,
            OperationState.REJECTED: NOTE_NOT_TAKEN,
        }.get(last.sending, NOTE_WAITS_IN_VAIN if last.waits_in_vain else NOTE_WAITS)
        return self.translate("Refused", text)

    def resolution(self, resolution: Resolution) -> str:
        """A resolution, as on a button."""
        return self.translate("Refused", RESOLUTIONS[resolution])

    def error(self, error: Exception) -> CodeMessage:
        """The message of an error, and the next step."""
        texts, facts = texts_of(error, self.date)
        what, then = (self.translate("Error", text) for text in texts)
        return what.format_map(facts), then.format_map(facts)

    def error_headline(self, error: Exception) -> CodeMessage:
        """The same as a headline, with the advice below it."""
        texts, facts = texts_of(error, self.date)
        what, then = under_headline(*(self.translate("Error", text) for text in texts))
        return what.format_map(facts), then.format_map(facts)

    def finding(self, code: str, facts: Mapping[str, str]) -> tuple[str, ...]:
        """The doctor's finding, and the fix if there is one."""
        texts = (self.translate("Check", text) for text in FINDINGS[code])
        return tuple(sentence.format_map(Facts.of(facts)) for sentence in texts)

    def tickets(self, tickets: Tickets) -> str:
        """The tickets handed out, as in "holder, 2 children"."""
        return self.of_tickets.tickets(tickets)

    def handed_out(self, given: Sequence[Tickets]) -> str:
        """The sum of several cards' tickets, as in "2 holders, 5 children"."""
        return self.of_tickets.together(given)

    def enrolled(self, desk: DeskRecord) -> str:
        """The desk has been enrolled: for its venue, or for all that it records for."""
        names = ", ".join(venue.name for venue in desk.venues or (desk.venue,))
        return self.translate("Done", "This desk is enrolled for {venue}.").format(venue=names)

    def recorded(self, visit: Visit) -> str:
        """The visit is on the disk."""
        return self.translate("Done", "Recorded: {tickets}. Visit ID: {id}").format(
            tickets=self.tickets(visit.tickets), id=visit.id
        )

    def pin_forgotten(self) -> str:
        """The PIN was removed."""
        return self.translate(
            "Done", "The PIN has been removed. If the window is locked, press Enter to unlock it."
        )

    def pin_prompt(self) -> str:
        """The prompt for the PIN; ends with a space."""
        return self.translate("Done", "PIN of this desk:") + " "

    def key_prompt(self) -> str:
        """Asks for the key of the desk's data."""
        return self.translate("Done", "Key to this desk's data:") + " "

    def key_restored(self) -> str:
        """A lost key is back in its place."""
        return self.translate("Done", "The key has been restored. Start the program as usual.")

    def resolved(self) -> str:
        """Rejections have been resolved."""
        return self.translate("Done", "Done. The history is kept.")

    def settings_not_understood(self, count: int) -> str:
        """Values in the settings file that make no sense; the defaults hold."""
        text = self.tr("%n setting(s) in the settings file could not be understood.", "", count)
        return (
            text
            + " "
            + self.translate("Done", "The default values are used for them: see the page Settings.")
        )

    def voided(self) -> str:
        """The visit has been voided."""
        return self.translate("Done", "The visit has been withdrawn.")

    def exported(self, rows: int) -> str:
        """The table has been written."""
        return self.tr("%n visit(s) saved.", "", rows)

    def carried_out(self, operations: int) -> str:
        """Unsent work is in the file."""
        if operations == 0:
            return self.translate("Done", "There is nothing to send, so no file was written.")
        text = self.tr("%n record(s) saved in the file.", "", operations)
        return (
            text
            + " "
            + self.translate("Done", "This desk keeps them too and sends them when it can.")
        )

    def carried_in(self, new: int, known: int) -> str:
        """Unsent work of another desk is here now."""
        text = self.tr("%n record(s) imported. They are sent with the next sync.", "", new)
        if known == 0:
            return text
        return text + " " + self.tr("%n record(s) were already on this desk.", "", known)

    def passphrase_prompt(self, *, again: bool = False) -> str:
        """Asks for the passphrase of a file."""
        if again:
            return self.translate("Done", "Repeat the passphrase:") + " "
        return self.translate("Done", "Passphrase for the file:") + " "

    def read_only(self, path: Path) -> str:
        """The desk's data is read-only."""
        return self.translate(
            "Rescue",
            "The program cannot write to its data folder: {path}. You can view everything and "
            "save it in files, but you cannot record or send anything. Check the folder's "
            "permissions.",
        ).format(path=path)

    def kept_by(self, path: Path, keeper: str) -> str:
        """The desk's folder is synchronised by a cloud service, or on a network drive."""
        return self.translate(
            "Rescue",
            "{keeper} manages the data folder {path} and can restore older files or lock them "
            "while you work. Close the program, move the folder to this computer's own disk, "
            "outside the folders that {keeper} manages, and start the program with --home and the "
            "new folder.",
        ).format(path=path, keeper=keeper)

    def log_behind(self) -> str:
        """Something is recorded in the database alone."""
        return self.translate(
            "Rescue",
            "The last record is in the database but could not be written to its second copy, the "
            "operation log. Nothing is lost. The program tries again with the next record and at "
            "the next start. If you see this message again, ask your IT support to check the disk.",
        )

    def damaged(self) -> str:
        """Damage was found while the window is open."""
        return self.translate(
            "Rescue",
            "Part of this desk's data is damaged. You can keep serving the queue. At a quiet "
            "moment, close the window and start the program again: it then repairs the data.",
        )

    def set_aside(self, path: Path) -> str:
        """Data that no key opens was set aside."""
        return self.translate(
            "Rescue",
            "The old data is kept in {path}. If you find its key and restore it, unsent records "
            "are imported automatically.",
        ).format(path=path)

    def offer_name(self, offer: Offer) -> str:
        """The offer's name in this language, or in Finnish."""
        return offer.name.in_language(self.language)

    def offer_venue(self, offer: Offer) -> str:
        """The offer's venue, at a desk that records for several venues; empty at others."""
        return next((each.name for each in self.venues if each.id == offer.venue_id), "")

    def offer_when(self, offer: Offer, now: datetime, zone: tzinfo) -> str:
        """When it is: "today 18:30", "24.12.2026 18.30"; empty for a standing offer."""
        if offer.starts_at is None:
            return ""
        starts = offer.starts_at.astimezone(zone)
        return f"{self.day(starts.date(), now.astimezone(zone).date())} {self.clock(starts)}"

    def day(self, day: date, today: date) -> str:
        """A day as people say it."""
        if day == today:
            return self.translate("When", "today")
        if day == today + timedelta(days=1):
            return self.translate("When", "tomorrow")
        return self.date(day)

    def date(self, day: date) -> str:
        """A date as it is written here, and as the fields take it: 24.12.2026."""
        return f"{day.day}.{day.month}.{day.year}"

    def clock(self, at: datetime) -> str:
        """A time of day as it is written here: 18.30, or 18:30 in English."""
        return f"{at:%H:%M}" if self.language == "en" else f"{at:%H.%M}"

    def euros(self, cents: int) -> str:
        """An amount of money."""
        whole, rest = divmod(cents, 100)
        return f"€{whole}.{rest:02}" if self.language == "en" else f"{whole},{rest:02}\u00a0€"

    def register_age(self, standing: DeskStatus, now: datetime) -> str:
        """The age of the cached register."""
        if standing.register_verified_at is None:
            return self.translate("Standing", "Register not downloaded")
        age = max(now - standing.register_verified_at, timedelta())
        if standing.register_age is RegisterAge.TOO_OLD:
            return self.tr("Register too old: %n day(s)", "", age.days)
        if age.days:
            return self.tr("Register %n day(s) old", "", age.days)
        hours = age // timedelta(hours=1)
        if hours:
            return self.tr("Register %n hour(s) old", "", hours)
        return self.translate("Standing", "Register up to date")

    def waiting(self, standing: DeskStatus) -> str:
        """The number of operations that wait to be sent; what is held back is in the inbox."""
        if standing.queue.sendable > 0:
            return self.tr("%n waiting to be sent", "", standing.queue.sendable)
        return self.translate("Standing", "Everything sent")

    def connection(self, connection: Connection) -> str:
        """The state of the connection to the register."""
        if connection.busy:
            return self.translate("Standing", "Syncing…")
        return {
            ConnectionState.UNKNOWN: self.translate("Standing", "Not connected yet"),
            ConnectionState.ONLINE: self.translate("Standing", "Online"),
            ConnectionState.OFFLINE: self.translate("Standing", "Offline: you can keep working"),
            ConnectionState.REFUSED: self.translate("Standing", "Desk blocked"),
        }[connection.state]
