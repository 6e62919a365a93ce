import pytest

from desk_app.messages.sentences import sentences


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (("Holder", "Used today"), "Holder. Used today."),
        (
            ("Asking the central register…", "You can go on."),
            "Asking the central register… You can go on.",
        ),
        (("Who pays?", "", "Nobody!"), "Who pays? Nobody!"),
        (("",), ""),
    ],
)
def test_every_text_ends_once(texts: tuple[str, ...], joined: str) -> None:
    assert sentences(*texts) == joined
