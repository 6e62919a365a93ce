"""The harm in its smallest form; the long one is a command of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.endurance.harm import Template, make_template, try_round, try_together


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return make_template(tmp_path_factory.mktemp("harm"))


@pytest.mark.parametrize("seed", [1, 2, 3, 10_413, 10_582, 20_080, 20_454])
def test_whatever_luck_does_to_the_files_all_that_was_acknowledged_is_there_or_is_told(
    template: Template, tmp_path: Path, seed: int, allowed_log: Callable[[str], None]
) -> None:
    allowed_log("")
    assert try_round(template, seed, tmp_path) == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_of_whole_files_harmed_at_once_nothing_is_lost_without_a_word(
    template: Template, tmp_path: Path, seed: int, allowed_log: Callable[[str], None]
) -> None:
    allowed_log("")
    assert try_together(template, seed, tmp_path) == []
