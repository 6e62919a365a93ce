"""``scan``: pictures are read where there is no desk, no store and no Qt."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from desk_app.__main__ import main
from sync.rules.enrolment_link import EnrolmentLink
from sync.rules.scan_text import Symbology
from tests.benchmarks.scan_frames import code_picture
from tests.helpers.camera import strange_code
from tests.helpers.cli_user import CliUser

LINK = EnrolmentLink("https://kanta.example", "ABCD-EFGH-JKLM")


def drawn(
    folder: Path, name: str, text: str | None, symbology: Symbology = Symbology.QR_CODE
) -> str:
    """A picture of a code, or of nothing."""
    path = folder / name
    if text is None:
        Image.new("RGB", (300, 200), "white").save(path)
    else:
        Image.fromarray(code_picture(symbology, text, module=4, height=80)).save(path)
    return str(path)


def test_codes_are_answered_picture_by_picture(new_desk: CliUser, tmp_path: Path) -> None:
    card = drawn(tmp_path, "card.png", "ab-12345", Symbology.CODE_39)
    address = drawn(tmp_path, "address.jpg", "https://kortti.example/AB12345")
    page = drawn(tmp_path, "page.webp", "https://kortti.example/")
    product = drawn(tmp_path, "product.bmp", "6410405060457", Symbology.EAN_13)
    nothing = drawn(tmp_path, "nothing.png", None)

    answer = new_desk("scan", card, address, page, product, nothing)

    def code(form: str, text: str, number: str | None) -> dict[str, object]:
        return {"format": form, "text": text, "card_number": number, "sure": True}

    assert answer.status == 0
    assert answer.words == ""
    assert answer.data == {
        "results": [
            {"file": card, "codes": [code("Code39", "AB-12345", "AB12345")]},
            {
                "file": address,
                "codes": [code("QRCode", "https://kortti.example/AB12345", "AB12345")],
            },
            {"file": page, "codes": [code("QRCode", "https://kortti.example/", None)]},
            {"file": product, "codes": [code("EAN13", "6410405060457", None)]},
            {"file": nothing, "codes": []},
        ]
    }


def test_small_letters_that_code_39_writes_as_pairs_are_read_as_by_a_scanner(
    new_desk: CliUser, tmp_path: Path
) -> None:
    answer = new_desk("scan", drawn(tmp_path, "card.png", "+K+K123456", Symbology.CODE_39))

    (code,) = answer.data["results"][0]["codes"]
    assert (code["text"], code["card_number"]) == ("+K+K123456", "KK123456")


def test_a_broken_picture_is_refused_and_the_others_are_answered(
    new_desk: CliUser, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    card = drawn(tmp_path, "card.png", "AB12345")

    answer = new_desk("scan", str(broken), str(tmp_path / "nowhere.png"), card)

    assert answer.status == 4
    assert str(broken) in answer.words
    codes = [result.get("error", {}).get("code") for result in answer.data["results"]]
    assert codes == ["picture_broken", "file_unreadable", None]
    assert answer.data["results"][2]["codes"][0]["card_number"] == "AB12345"


@pytest.mark.parametrize("kind", ["Micro QR Code", "rMQR Code", "one part of two"])
def test_a_code_of_a_kind_that_is_not_known_keeps_no_other_picture_from_its_answer(
    new_desk: CliUser, tmp_path: Path, kind: str
) -> None:
    strange = tmp_path / "strange.png"
    Image.fromarray(strange_code(kind, "XX99999")).save(strange)
    before, after = (drawn(tmp_path, f"{text}.png", text) for text in ("AB12345", "CD12345"))

    answer = new_desk("scan", before, str(strange), after)

    assert (answer.status, answer.words) == (0, "")
    numbers = [[c["card_number"] for c in each["codes"]] for each in answer.data["results"]]
    assert numbers == [["AB12345"], [], ["CD12345"]]


def test_pictures_that_can_none_of_them_be_read_are_bad_usage(
    new_desk: CliUser, tmp_path: Path
) -> None:
    answer = new_desk("scan", str(tmp_path / "nowhere.png"))

    assert answer.status == 2
    assert answer.data["results"][0]["codes"] == []


def test_scan_without_a_picture_is_bad_usage(new_desk: CliUser) -> None:
    assert new_desk("scan").status == 2


def test_scanning_makes_no_desk(new_desk: CliUser, tmp_path: Path) -> None:
    assert new_desk("scan", drawn(tmp_path, "card.png", "AB12345")).status == 0

    assert not new_desk.home.exists()
    assert not new_desk.secrets.exists()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "fi_FI",
            ["AB12345", "vaan verkko-osoite", "Koodia ei löytynyt.", "https://kanta.example"],
        ),
        ("sv_FI", ["AB12345", "en webbadress", "Ingen kod hittades.", "https://kanta.example"]),
        ("en_GB", ["AB12345", "a web address", "No code was found.", "https://kanta.example"]),
    ],
)
def test_what_was_read_is_said_in_words(
    language: str,
    words: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    texts = ["AB12345", "https://kortti.example/", None, LINK.text()]
    pictures = [drawn(tmp_path, f"{n}.png", text) for n, text in enumerate(texts)]

    assert main(["scan", *pictures]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(words)
    assert [word for word, line in zip(words, lines, strict=True) if word not in line] == []


def test_a_text_cannot_play_with_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["scan", drawn(tmp_path, "trick.png", "\x1b[31mAB12345\x9b2J")])

    assert capsys.readouterr().out.rstrip("\n").isprintable()


@pytest.mark.skipif(os.name == "nt", reason="Windows lets no such character into a file's name")
@pytest.mark.parametrize("text", ["AB12345", None])
def test_a_files_name_cannot_play_with_the_terminal(
    text: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = drawn(tmp_path, "a.png", "AB12345")
    odd = Path(picture).rename(tmp_path / "a\x1b[31m\u202e\udcff\nb.png")
    if text is None:
        odd.write_bytes(b"none")

    main(["scan", str(odd)])

    output = capsys.readouterr()
    [line] = (output.out + output.err).splitlines()
    assert line.isprintable()
    assert "a<U+001B>[31m<U+202E><U+DCFF><U+000A>b.png" in line


def test_scanning_never_loads_qt_or_the_store(tmp_path: Path) -> None:
    script = (
        "import json, sys\n"
        "from desk_app.__main__ import main\n"
        f"main(['scan', '--json', {drawn(tmp_path, 'card.png', 'AB12345')!r}])\n"
        "print(json.dumps([name for name in sys.modules if name.startswith('PySide6')]))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )

    answered, loaded = map(json.loads, ended.stdout.splitlines())
    assert answered["results"][0]["codes"][0]["card_number"] == "AB12345"
    assert loaded == []
