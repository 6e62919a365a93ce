"""Settings: whatever stands in the file, the program starts, and says what it did not take."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.config.settings import CLEAR_AFTER, LOCK_AFTER, Settings

ExpectedLog = Callable[[str], None]
DEFAULTS = Settings()
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from([0, -1, 10**400, "5", "\x00", "\ud800", "../..", "yes", 0.5, 1e999])
)
ANYTHING = st.recursive(
    SCALARS, lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(), each, max_size=3)
)


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "settings.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    return path


@pytest.mark.parametrize("name", Settings.model_fields)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=ANYTHING)
def test_any_value_in_any_field_is_taken_or_stands_as_at_first(
    tmp_path: Path, expected_log: ExpectedLog, name: str, value: object
) -> None:
    expected_log(rf"^desk_app\.config\.settings: invalid in settings.json.*: {name}$")
    other = "theme" if name != "theme" else "language"
    good = {"theme": "dark", "language": "sv"}[other]
    loaded, odd = Settings.load(written(tmp_path, json.dumps({name: value, other: good})))
    assert getattr(loaded, other) == good
    assert odd in ((), (name,))
    if odd:
        assert getattr(loaded, name) == getattr(DEFAULTS, name)
    Settings.model_validate(loaded.model_dump())
    assert 1 <= loaded.lock_after_minutes <= 24 * 60
    assert 5 <= loaded.clear_after_seconds <= 600
    assert 1.0 <= loaded.text_scale <= 2.0
    loaded.save(tmp_path / "kept.json")
    assert Settings.load(tmp_path / "kept.json") == (loaded, ())


ODD: list[tuple[str, Any]] = [
    ("lock_after_minutes", 0),
    ("lock_after_minutes", True),
    ("clear_after_seconds", 10**9),
    ("camera_on", "perhaps"),
    ("camera_on", 1),
    ("text_scale", float("nan")),
    ("text_scale", True),
    ("sound_volume", "60"),
    ("offer_id", "tonight"),
    ("language", ["fi"]),
    ("window_place", {}),
    ("camera", "Desk \ud800 camera"),  # half of a surrogate pair
]


@pytest.mark.parametrize(("name", "value"), ODD)
def test_a_value_that_makes_no_sense_is_named_and_the_default_holds(
    tmp_path: Path, expected_log: ExpectedLog, name: str, value: object
) -> None:
    expected_log(rf"^desk_app\.config\.settings: .*: {name}$")
    loaded, odd = Settings.load(written(tmp_path, json.dumps({name: value})))
    assert odd == (name,)
    assert loaded == DEFAULTS


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"sound_volume": 1e999}']
)
def test_a_file_that_makes_no_sense_stops_nothing(
    tmp_path: Path, expected_log: ExpectedLog, content: bytes
) -> None:
    expected_log(r"^desk_app\.config\.settings: ")
    loaded, odd = Settings.load(written(tmp_path, content))
    assert loaded == DEFAULTS
    assert odd
    assert (loaded.lock_after_minutes, loaded.clear_after_seconds) == (LOCK_AFTER, CLEAR_AFTER)


def test_a_folder_in_the_files_place_stops_nothing(
    tmp_path: Path, expected_log: ExpectedLog
) -> None:
    expected_log(r"^desk_app\.config\.settings: ")
    assert Settings.load(tmp_path)[0] == DEFAULTS


def test_where_there_is_no_file_yet_all_is_as_at_first(tmp_path: Path) -> None:
    assert Settings.load(tmp_path / "settings.json") == (DEFAULTS, ())


def test_what_a_later_version_added_is_passed_over(tmp_path: Path) -> None:
    assert Settings.load(written(tmp_path, '{"new": 1, "theme": "dark"}'))[1] == ()
