"""Which numbers are shown side by side, where there is room for so many."""

import pytest

from desk_app.ui.widgets.count_selector import segments


@pytest.mark.parametrize(
    ("limit", "count", "room", "shown"),
    [
        (1, 0, 8, ((0, 1), False)),
        (3, 2, 8, ((0, 1, 2, 3), False)),
        (7, 7, 8, ((0, 1, 2, 3, 4, 5, 6, 7), False)),
        (999, 0, 8, ((0, 1, 2, 3, 4, 5, 6), True)),
        (999, 12, 8, ((0, 1, 2, 3, 4, 5, 12), True)),
        (3, 2, 3, ((0, 2), True)),
    ],
)
def test_zero_and_the_count_are_always_among_the_numbers(
    limit: int, count: int, room: int, shown: tuple[tuple[int, ...], bool]
) -> None:
    assert segments(limit, count, room) == shown
