"""The sounds of the counter, through real programs that play into a file."""

import array
import os
import sys
import wave
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from desk_app.devices.sounds import Player, SystemSounds, softened, system_players
from desk_app.services.sounds import SilenceReason, Sound
from installer.sounds import SOUNDS, samples

FOLDER = Path(str(files("resources"))) / "sounds"

linux_alone = pytest.mark.skipif(
    sys.platform == "win32",
    reason="Windows plays by itself, without programs; remove when it is tested there",
)


class Programs:
    """A folder of programs that play; each writes down what it was given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.played = folder / "played"
        os.mkfifo(self.played)

    def add(self, name: str, *, works: bool = True) -> None:
        program = self.folder / name
        last = '"$(eval echo \\$$#)"'
        action = f'cat {last} > "{self.played}"' if works else "exit 1"
        program.write_text(f"#!/bin/sh\n{action}\n")
        program.chmod(0o755)

    def next_played(self) -> bytes:
        return self.played.read_bytes()


@pytest.fixture
def programs(tmp_path: Path) -> Programs:
    return Programs(tmp_path)


MadeSounds = Callable[..., SystemSounds]


@pytest.fixture
def made() -> Iterator[MadeSounds]:
    opened: list[SystemSounds] = []

    def make(*players: Player, folder: Path = FOLDER) -> SystemSounds:
        opened.append(SystemSounds(folder, players))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.mark.parametrize("sound", Sound)
def test_every_sound_is_short_soft_and_as_the_script_makes_it(sound: Sound) -> None:
    with wave.open(str(FOLDER / f"{sound}.wav"), "rb") as file:
        frames, seconds = (
            file.readframes(file.getnframes()),
            file.getnframes() / file.getframerate(),
        )
    values = array.array("h", frames)
    made = array.array("h", samples(SOUNDS[sound]))
    assert len(values) == len(made)
    assert max(abs(one - other) for one, other in zip(values, made, strict=True)) <= 1
    assert seconds < 0.8
    assert 0.1 < max(map(abs, values)) / 32_767 < 0.7


def test_half_the_volume_is_a_quarter_of_the_samples() -> None:
    loud = array.array("h", [10_000, -10_000])
    assert array.array("h", softened(loud.tobytes(), 50)).tolist() == [2_500, -2_500]


@linux_alone
def test_the_first_program_there_is_plays_at_the_volume_asked_for(
    programs: Programs, made: MadeSounds
) -> None:
    programs.add("aplay")
    made(*system_players(str(programs.folder))).play(Sound.DONE, 50)
    whole = (FOLDER / "done.wav").read_bytes()
    assert programs.next_played() == whole[:44] + softened(whole[44:], 50)


@linux_alone
def test_a_program_that_cannot_play_gives_way_to_the_next(
    programs: Programs, made: MadeSounds
) -> None:
    programs.add("pw-play", works=False)
    programs.add("paplay")
    made(*system_players(str(programs.folder))).play(Sound.ATTENTION, 100)
    assert programs.next_played() == (FOLDER / "attention.wav").read_bytes()


def test_a_computer_without_a_player_says_so_when_it_is_tried(made: MadeSounds) -> None:
    sounds = made()
    sounds.play(Sound.DONE, 60)
    assert sounds.try_out(Sound.DONE, 60) is SilenceReason.NO_PLAYER


def test_a_player_that_fails_is_told_when_tried_and_heard_once_it_works(made: MadeSounds) -> None:
    plugged_in = False
    sounds = made(lambda _: plugged_in)
    assert sounds.try_out(Sound.DONE, 60) is SilenceReason.NO_DEVICE
    plugged_in = True
    assert sounds.try_out(Sound.DONE, 60) is None


def test_a_sound_whose_file_is_gone_is_not_heard_and_stops_nothing(
    made: MadeSounds, tmp_path: Path
) -> None:
    assert made(lambda _: True, folder=tmp_path).try_out(Sound.DONE, 60) is SilenceReason.NO_DEVICE
