"""The file for whoever helps from afar names no user, whatever the system."""

import json

import pytest

from desk_app.diagnostics.bundle import without_user_names

NAME = "Maija Meikäläinen"
PATHS = [
    rf"C:\Users\{NAME}\AppData\Local\kaikuluukku",
    rf"c:\users\{NAME}\desk.db",
    rf"\\server\Users\{NAME}\desk.db",
    f"C:/Users/{NAME}/desk.db",
    rf"C:\Documents and Settings\{NAME}\desk.db",
    f"/Users/{NAME}/Library/desk.db",
    f"/home/{NAME}/.local/share/kaikuluukku/desk.db",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_path_keeps_its_shape_and_loses_the_users_name(path: str) -> None:
    told = without_user_names(f"cannot be opened: {path}", "somebody")

    assert "Maija" not in told
    assert told.endswith(("desk.db", "kaikuluukku"))


@pytest.mark.parametrize("path", PATHS)
def test_a_path_in_json_loses_the_users_name_and_stays_json(path: str) -> None:
    told = without_user_names(json.dumps({"path": path, "next": 1}), "somebody")

    assert "Maija" not in told
    assert json.loads(told)["next"] == 1


@pytest.mark.parametrize("text", ["run by maija", "MAIJA's desk", "/srv/maija/desk", "(Maija)"])
def test_the_users_own_name_stands_nowhere_else_either(text: str) -> None:
    assert "maija" not in without_user_names(text, "maija").lower()


def test_a_word_that_only_contains_the_name_stays() -> None:
    assert without_user_names("the maintainer", "main") == "the maintainer"
