"""The stages of a card at the counter, and which event leads from which to which."""

from collections.abc import Mapping
from enum import StrEnum


class Stage(StrEnum):
    """How far a card has come."""

    IDLE = "idle"  # a number is being typed, or nothing
    CHECKING = "checking"
    VERDICT = "verdict"  # an answer is in sight
    PROVISIONAL = "provisional"  # the day printed on the card is being typed
    RECORDING = "recording"
    DONE = "done"  # the visit is on the disk


class Event(StrEnum):
    """What can happen to it."""

    BEGIN = "begin"  # another number, or none
    ASK = "ask"
    ANSWER = "answer"
    FAIL = "fail"  # there was no answer
    FAIL_PRINTED = "fail_printed"  # nor to the printed day
    LOOKED_UP = "looked_up"  # the central register's verdict on a card in sight
    LOOKUP_FAILED = "lookup_failed"
    ENTER_PRINTED = "enter_printed"  # the printed day is to be typed
    RECORD = "record"
    RECORDED = "recorded"
    NOT_RECORDED = "not_recorded"


class StageError(RuntimeError):
    """An event that cannot happen at this stage: a fault of the program."""


TRANSITIONS: Mapping[Stage, Mapping[Event, Stage]] = {
    Stage.IDLE: {
        Event.BEGIN: Stage.IDLE,
        Event.ASK: Stage.CHECKING,
    },
    Stage.CHECKING: {
        Event.BEGIN: Stage.IDLE,
        Event.ASK: Stage.CHECKING,  # for another offer
        Event.ANSWER: Stage.VERDICT,
        Event.FAIL: Stage.IDLE,
        Event.FAIL_PRINTED: Stage.PROVISIONAL,
    },
    Stage.VERDICT: {
        Event.BEGIN: Stage.IDLE,
        Event.ASK: Stage.CHECKING,
        Event.LOOKED_UP: Stage.VERDICT,
        Event.LOOKUP_FAILED: Stage.IDLE,
        Event.ENTER_PRINTED: Stage.PROVISIONAL,
        Event.RECORD: Stage.RECORDING,
    },
    Stage.PROVISIONAL: {
        Event.BEGIN: Stage.IDLE,
        Event.ASK: Stage.CHECKING,
    },
    Stage.RECORDING: {  # nothing else disturbs it
        Event.RECORDED: Stage.DONE,
        Event.NOT_RECORDED: Stage.VERDICT,
    },
    Stage.DONE: {
        Event.BEGIN: Stage.IDLE,
    },
}


def can(stage: Stage, event: Event) -> bool:
    """Whether an event can happen at a stage."""
    return event in TRANSITIONS[stage]


def after(stage: Stage, event: Event) -> Stage:
    """The stage that an event leads to. Raises :class:`StageError` where it cannot happen."""
    if not can(stage, event):
        raise StageError(f"{event} at {stage}")
    return TRANSITIONS[stage][event]
