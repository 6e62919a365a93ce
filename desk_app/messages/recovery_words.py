"""Messages about what was repaired when the desk's data was opened, and what is lost."""

from collections.abc import Iterator
from datetime import datetime

from desk_app.messages.counter_messages import Messages
from desk_app.services.recovery import Recovery


class RecoveryWords:
    """Sentences in the language of ``words``, with times as its desk's calendar has them."""

    def __init__(self, words: Messages) -> None:
        self._words = words

    def tr(self, key: str, disambiguation: str = "", n: int = -1) -> str:
        """A text of this class's own; the form in which lupdate sees that a text has plurals."""
        return self._words.translate("RecoveryWords", key, disambiguation, n)

    def opening(self, recovery: Recovery | None, merged: int) -> list[str]:
        """The repairs made when the desk was opened; nothing most of the time."""
        texts = []
        if recovery is not None:
            texts.append(self.recovery(recovery))
        if merged:
            texts.append(self.tr("%n unsent record(s) imported from the old data.", "", merged))
        return texts

    def recovery(self, recovery: Recovery) -> str:
        """The damage to the desk's data, what a person has to do, and how it was repaired."""
        to_do = "" if recovery.is_complete else self._to_do()
        return self._joined(recovery, to_do)

    def facts(self, recovery: Recovery) -> str:
        """The same without what a person has to do."""
        return self._joined(recovery, "")

    def _joined(self, recovery: Recovery, to_do: str) -> str:
        texts = [*self._damage(recovery), *self._lost(recovery), to_do]
        return " ".join(filter(None, [*texts, *self._log(recovery), *self._kept(recovery)]))

    def _to_do(self) -> str:
        return self.tr(
            "Sync once: what had been sent is still in the register. Then compare the page "
            "Visits with your own notes and paper forms for that time, and record again "
            "what is missing."
        )

    def _damage(self, recovery: Recovery) -> Iterator[str]:
        if recovery.rebuilt:
            yield self.tr("This desk's data was damaged.")
            yield self.tr("%n visit(s) recovered.", "", recovery.visits)
        elif recovery.taken_in:
            yield self.tr(
                "This desk's database was older than its operation log. This can happen in a "
                "power cut, or when a backup or a cloud service restores an old file."
            )
        elif recovery.lost:
            yield self.tr("The newest part of this desk's data was missing.")
        if recovery.taken_in:
            yield self.tr(
                "%n record(s) recovered from the operation log and waiting to be sent.",
                "",
                recovery.taken_in,
            )

    def _log(self, recovery: Recovery) -> Iterator[str]:
        if recovery.log_renewed and recovery.lost:
            yield self.tr(
                "The operation log, the second copy of the records, was damaged or missing as well."
            )
        elif recovery.log_renewed:
            yield self.tr(
                "The operation log, the second copy of the records, was damaged or missing. It "
                "has been completed from the database."
            )

    def _lost(self, recovery: Recovery) -> Iterator[str]:
        since, until = recovery.lost_since, recovery.lost_until
        if recovery.lost:
            yield self._count(recovery.lost, since, until)
        if recovery.knows_all:
            return
        if not (recovery.rebuilt or recovery.taken_in or recovery.log_renewed or recovery.lost):
            yield self.tr("The file with the number of the last record was damaged or missing.")
        if recovery.lost or since is None:
            yield self.tr("Some of the most recent records may also be missing.")
        else:
            yield self.tr("Records made after {time} may be missing.").format(
                time=self._moment(since)
            )

    def _count(self, lost: int, since: datetime | None, until: datetime | None) -> str:
        if until is None:
            return self.tr("%n record(s) could not be recovered.", "", lost)
        if since is None:
            text = self.tr("%n record(s) made before {last} could not be recovered.", "", lost)
            return text.format(last=self._moment(until))
        text = self.tr(
            "%n record(s) made between {first} and {last} could not be recovered.", "", lost
        )
        first, last = self._moment(since), self._moment(until)
        day = first.split(" ")[0]
        return text.format(first=first, last=last.removeprefix(f"{day} "))

    def _kept(self, recovery: Recovery) -> Iterator[str]:
        if recovery.aside is not None:
            yield self.tr("The damaged file is kept in {path}.").format(path=recovery.aside)
        if recovery.rebuilt:
            yield self.tr("The register and the offers are downloaded again.")

    def _moment(self, at: datetime) -> str:
        here = at.astimezone(self._words.zone)
        return f"{self._words.date(here.date())} {self._words.clock(here)}"
