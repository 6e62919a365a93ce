"""Online lookup gives up on time, and its errors never reach the counter."""

import threading
from collections.abc import Callable

import pytest

from sync.errors import CardUnknownError, CentralFaultError, UnreachableError
from sync.lookup import look_up
from sync.messages import CardAnswer
from sync.ports import NotInRegister
from tests.helpers.samples import a_card

ANSWER = CardAnswer(card=a_card(), revision=3)


def test_the_registers_answer_is_given() -> None:
    assert look_up(lambda: ANSWER) == ANSWER


@pytest.mark.parametrize(
    ("fault", "answer"),
    [(CardUnknownError("no"), NotInRegister.YET), (UnreachableError("no"), None)],
)
def test_a_card_that_is_not_there_is_told_from_a_register_that_is_not_there(
    fault: CentralFaultError, answer: NotInRegister | None
) -> None:
    def ask() -> CardAnswer:
        raise fault

    assert look_up(ask) is answer


def test_a_question_that_hangs_is_left_behind() -> None:
    release = threading.Event()

    def ask() -> CardAnswer:
        release.wait(10)
        return ANSWER

    try:
        assert look_up(ask, within=0.05) is None
    finally:
        release.set()


def test_a_bug_is_logged_and_the_desks_own_word_stands(
    expected_log: Callable[[str], None],
) -> None:
    def ask() -> CardAnswer:
        raise ZeroDivisionError

    expected_log(r"^sync\.lookup: online lookup ended in an error")
    assert look_up(ask) is None
