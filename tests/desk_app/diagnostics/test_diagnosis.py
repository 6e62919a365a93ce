"""The file for the person who helps from afar names no user, whatever the system."""

import json
import re

import pytest

from desk_app.diagnostics.bundle import without_user_names

NAMES = ["Maija Meikäläinen", "Maija O'Brien"]
PATHS = [
    path
    for name in NAMES
    for path in (
        rf"C:\Users\{name}\AppData\Local\kaikuluukku",
        rf"c:\users\{name}\desk.db",
        rf"\\server\Users\{name}\desk.db",
        f"C:/Users/{name}/desk.db",
        rf"C:\Documents and Settings\{name}\desk.db",
        f"/Users/{name}/Library/desk.db",
        f"/home/{name}/.local/share/kaikuluukku/desk.db",
    )
]


@pytest.mark.parametrize("path", PATHS)
def test_a_path_keeps_its_shape_and_loses_the_users_name(path: str) -> None:
    text = without_user_names(f"cannot be opened: {path}", "somebody")

    assert not re.search("Maija|Meik|inen|Brien", text)
    assert text.endswith(("desk.db", "kaikuluukku"))


@pytest.mark.parametrize("path", PATHS)
def test_a_path_in_json_loses_the_users_name_and_stays_json(path: str) -> None:
    text = without_user_names(json.dumps({"path": path, "next": 1}), "somebody")

    assert not re.search("Maija|Meik|inen|Brien", text)
    assert json.loads(text)["next"] == 1


@pytest.mark.parametrize("text", ["run by maija", "MAIJA's desk", "/srv/maija/desk", "(Maija)"])
def test_the_users_own_name_stands_nowhere_else_either(text: str) -> None:
    assert "maija" not in without_user_names(text, "maija").lower()


def test_a_word_that_only_contains_the_name_stays() -> None:
    assert without_user_names("the maintainer", "main") == "the maintainer"
