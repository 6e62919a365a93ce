"""Every event at every stage of a card, tried at a real session."""

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from desk_app.services.checking import Checked
from desk_app.services.errors import StoreFullError
from desk_app.ui.ticket.card_session import CardSession, Question
from desk_app.ui.ticket.stages import TRANSITIONS, Event, Stage, StageError, after
from tests.desk_app.ui.ticket.test_card_session import checked, recorded
from tests.helpers.desk_fixture import ALONE, TONIGHT

PRINTED = date(2027, 3, 9)
FAULT = StoreFullError(path="x")

TABLE = """
               idle         checking     verdict      provisional  recording    done
begin          idle         idle         idle         idle         -            idle
ask            checking     checking     checking     checking     !            !
answer         -            verdict      -            -            -            -
fail           -            idle         -            -            -            -
fail_printed   -            provisional  -            -            -            -
looked_up      -            -            verdict      -            -            -
lookup_failed  -            -            idle         -            -            -
enter_printed  -            -            provisional  -            -            -
record         -            -            recording    -            -            -
recorded       !            !            !            !            done         !
not_recorded   !            !            !            !            verdict      !
"""
"""Where each leads; ``-``: nothing happens; ``!``: it would be a fault of the program."""


class StagedSession:
    """A session at some stage, with the question that was asked last."""

    def __init__(self, stage: Stage, printed: date | None, answer: Checked) -> None:
        self.session = CardSession()
        self.session.may_record_unseen = True
        self.question = Question(0, "", TONIGHT.id)
        self._lead_to(stage, printed, answer)
        assert self.session.stage is stage

    def ask(self, printed: date | None = None) -> None:
        self.question = self.session.ask(TONIGHT.id, printed)

    def _lead_to(self, stage: Stage, printed: date | None, answer: Checked) -> None:
        session = self.session
        if stage is Stage.IDLE:
            return
        session.type("kaiku0001")
        if stage is Stage.PROVISIONAL:
            self.ask()
            session.answer(self.question, checked(None))
            session.begin_provisional()
            return
        self.ask(printed)
        if stage is Stage.CHECKING:
            return
        session.answer(self.question, answer)
        if stage is Stage.VERDICT:
            session.start_lookup(self.question)
            return
        session.record()
        if stage is Stage.DONE:
            session.was_recorded(recorded())


def begin(counter: StagedSession) -> None:
    counter.session.type("kaiku0002")


def let_answer(counter: StagedSession) -> None:
    counter.session.answer(counter.question, checked())


def let_fail(counter: StagedSession) -> None:
    counter.session.fail(counter.question, FAULT)


HAPPENINGS: dict[Event, Callable[[StagedSession], object]] = {
    Event.BEGIN: begin,
    Event.ASK: StagedSession.ask,
    Event.ANSWER: let_answer,
    Event.FAIL: let_fail,
    Event.FAIL_PRINTED: let_fail,
    Event.LOOKED_UP: lambda counter: counter.session.looked(counter.question, checked(ALONE)),
    Event.LOOKUP_FAILED: lambda counter: counter.session.look_failed(counter.question, FAULT),
    Event.ENTER_PRINTED: lambda counter: counter.session.begin_provisional(),
    Event.RECORD: lambda counter: counter.session.record(),
    Event.RECORDED: lambda counter: counter.session.was_recorded(recorded()),
    Event.NOT_RECORDED: lambda counter: counter.session.was_not_recorded(FAULT),
}


def cells() -> dict[tuple[Stage, Event], str]:
    stages, *rows = [line.split() for line in TABLE.strip().splitlines()]
    return {
        (Stage(stage), Event(event)): cell
        for event, *row in rows
        for stage, cell in zip(stages, row, strict=True)
    }


def shown(session: CardSession) -> dict[str, object]:
    """All of it, but whether somebody is still looking for the card elsewhere."""
    return {name: value for name, value in vars(session).items() if name != "online_lookup"}


def happen(stage: Stage, event: Event) -> str:
    """Let it happen; what came of it, in the words of the table."""
    printed = PRINTED if event is Event.FAIL_PRINTED else None
    answer = checked(None) if event is Event.ENTER_PRINTED and stage is Stage.VERDICT else checked()
    counter = StagedSession(stage, printed, answer)
    before = shown(counter.session)
    try:
        HAPPENINGS[event](counter)
    except StageError:
        assert counter.session.stage is stage
        return "!"
    return "-" if shown(counter.session) == before else str(counter.session.stage)


def test_the_table_has_every_stage_and_event() -> None:
    assert set(cells()) == set(product(Stage, Event))


@pytest.mark.parametrize("stage", Stage)
def test_every_event_leads_where_the_table_says(stage: Stage) -> None:
    expected = {event: cell for (at, event), cell in cells().items() if at is stage}
    assert {event: happen(stage, event) for event in Event} == expected


def test_the_program_has_the_same_table() -> None:
    leads = {pair: cell for pair, cell in cells().items() if cell not in ("-", "!")}
    assert {
        (stage, event): str(to)
        for stage, events in TRANSITIONS.items()
        for event, to in events.items()
    } == leads


def test_what_cannot_happen_is_refused_loudly() -> None:
    with pytest.raises(StageError, match="record at idle"):
        after(Stage.IDLE, Event.RECORD)


def test_a_lookup_that_is_not_asked_for_changes_nothing() -> None:
    counter = StagedSession(Stage.VERDICT, None, checked())
    counter.session.looked(counter.question, None)
    stale = Question(counter.question.ticket - 1, "kaiku0001", TONIGHT.id)
    counter.session.look_failed(stale, FAULT)
    assert (counter.session.stage, counter.session.error) == (Stage.VERDICT, None)
