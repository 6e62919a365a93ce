"""Messages about a register that was handed on by file, and about how long the desk is good."""

from datetime import datetime, timedelta

from desk_app.messages.counter_messages import Messages


class RegisterWords:
    """Sentences in the language of ``words``."""

    def __init__(self, words: Messages) -> None:
        self._words = words

    def tr(self, key: str, disambiguation: str = "", n: int = -1) -> str:
        """A text of this class's own; the form in which lupdate sees that a text has plurals."""
        return self._words.translate("RegisterWords", key, disambiguation, n)

    def carried_out(self, count: int, verified_at: datetime) -> str:
        """The register is in the file; ``verified_at`` is in the desk's time zone."""
        return " ".join(
            (self.tr("%Ln card(s) saved in the file.", "", count), self._of(verified_at))
        )

    def carried_in(self, count: int, verified_at: datetime) -> str:
        """The register of a file is in use; ``verified_at`` is in the desk's time zone."""
        return " ".join((self.tr("%Ln card(s) imported.", "", count), self._of(verified_at)))

    def good_until(self, until: datetime, now: datetime) -> str:
        """The time until which the desk can be used without a connection, in its time zone.

        Said is the last whole day, and the time once that is over.
        """
        if until < now:
            return self.tr("The register is too old to check cards.")
        if until.date() <= now.date():
            text = self.tr("This desk can check cards offline until {time} today.")
            return text.format(time=self._words.clock(until))
        text = self.tr("This desk can check cards offline until {day}.")
        return text.format(day=self._last_day(until))

    def good_until_in_short(self, until: datetime, now: datetime) -> str:
        """The same in few words, for the status strip; empty where it is over."""
        if until < now:
            return ""
        if until.date() <= now.date():
            text = self.tr("Can be used until {time} today")
            return text.format(time=self._words.clock(until))
        return self.tr("Can be used until {day}").format(day=self._last_day(until))

    def _last_day(self, until: datetime) -> str:
        return self._words.date(until.date() - timedelta(days=1))

    def _of(self, verified_at: datetime) -> str:
        return self.tr("The register is from {day}, {time}.").format(
            day=self._words.date(verified_at.date()), time=self._words.clock(verified_at)
        )
