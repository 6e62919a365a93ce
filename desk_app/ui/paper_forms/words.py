"""Texts for the state of a row of the paper grid."""

from desk_app.messages import Messages
from desk_app.messages.doubts import DOUBTS
from desk_app.messages.sentences import sentences
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.messages.verdicts import VerdictWords
from desk_app.services.paper_entry import JudgedRow, PaperRowState
from desk_app.ui.paper_forms.grid import CELLS, Cell, PaperGridRow, Phase
from sync.rules.tickets import KIND

_TITLES: dict[str, str] = {
    Cell.NUMBER: QT_TRANSLATE_NOOP("Paper", "Card number"),
    Cell.PRINTED: QT_TRANSLATE_NOOP("Paper", "Last valid day"),
    Cell.FEE: QT_TRANSLATE_NOOP("Paper", "Fee, euros"),
    Cell.VERDICT: QT_TRANSLATE_NOOP("Paper", "Status"),
}
_KEEPING = QT_TRANSLATE_NOOP("Paper", "Checking…")
_RECORDING = QT_TRANSLATE_NOOP("Paper", "Recording…")
_RECORDED = QT_TRANSLATE_NOOP("Paper", "Recorded: {tickets}")
_READY = QT_TRANSLATE_NOOP("Paper", "Ready: {tickets}")
_TWICE = QT_TRANSLATE_NOOP(
    "Paper", "This card already has a visit for this offer and date. Record it anyway?"
)
_UNSEEN = QT_TRANSLATE_NOOP("Paper", "Enter the last valid day printed on the card.")
_FEE = QT_TRANSLATE_NOOP("Paper", "Enter an amount in euros, for example 25 or 12.50.")
_DAY = QT_TRANSLATE_NOOP("Paper", "Enter the date as day, month and year, for example 9.3.2027.")


def titles(words: Messages) -> list[str]:
    """The columns' titles, the verdict's included."""
    return [
        words.of_tickets.title(KIND[cell])
        if cell in KIND
        else words.translate("Paper", _TITLES[cell])
        for cell in CELLS
    ]


def standing(entry: PaperGridRow, words: Messages) -> str:
    """The state of one row: what would be recorded, or why not and what to do."""
    if entry.error is not None:
        return " ".join(words.error(entry.error))
    if entry.phase is Phase.RECORDED and entry.recorded is not None:
        text = words.tickets(entry.recorded)
        return words.translate("Paper", _RECORDED).format(tickets=text)
    if entry.phase in (Phase.KEEPING, Phase.RECORDING):
        return words.translate("Paper", _KEEPING if entry.phase is Phase.KEEPING else _RECORDING)
    if entry.day_unread:
        return words.translate("Paper", _DAY)
    if entry.fee_unread:
        return words.translate("Paper", _FEE)
    text, doubt = _judged(entry.judged, words), entry.judged.doubt
    return text if doubt is None else sentences(text, words.translate("Hint", DOUBTS[doubt]))


def _judged(judged: JudgedRow, words: Messages) -> str:
    verdict = judged.verdict
    if verdict is None:
        return ""
    verdict_words = VerdictWords(words)
    if judged.tickets is None:
        advice = verdict_words.advice(verdict)
        if judged.state is PaperRowState.UNSEEN:
            advice = words.translate("Paper", _UNSEEN)
        return sentences(verdict_words.headline(verdict), advice)
    if judged.state is PaperRowState.TWICE:
        return words.translate("Paper", _TWICE)
    ready = words.translate("Paper", _READY).format(tickets=words.tickets(judged.tickets))
    return f"{verdict_words.headline(verdict)} · {ready}"
