"""Makes the sounds of the counter anew: ``python installer/sounds.py``.

Struck wood, roughly: a sine with a short, high overtone, fading by itself. Two steps up for done,
the same step twice for look, one low step for refused: quieter than the others, and nothing that a
visitor would be ashamed of.
"""

import array
import math
import sys
import wave
from pathlib import Path

RATE = 22_050
"""Samples a second."""
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"

G3, C4, A4, D5, A5 = 196.00, 261.63, 440.00, 587.33, 880.00

SOUNDS: dict[str, list[tuple[float, float, float]]] = {
    "done": [(0.00, D5, 0.5), (0.11, A5, 0.45)],
    "attention": [(0.00, A4, 0.5), (0.17, A4, 0.4)],
    "refused": [(0.00, C4, 0.45), (0.16, G3, 0.4)],
}
"""Each note: when it is struck, in seconds; its pitch in hertz; its loudness from 0 to 1."""
_ATTACK, _FADING, _RINGS = 0.006, 0.11, 0.42
_OVERTONE, _OVERTONE_LOUD, _OVERTONE_FADING = 3.93, 0.22, 0.025
"""A marimba's bar is tuned to two octaves above its pitch, nearly."""


def note(at: float, pitch: float) -> float:
    """A note of loudness 1, ``at`` seconds after it was struck."""
    if not 0 <= at < _RINGS:
        return 0.0
    rise = min(1.0, at / _ATTACK)
    end = min(1.0, (_RINGS - at) / 0.05)
    tone = math.sin(math.tau * pitch * at) * math.exp(-at / _FADING)
    knock = math.sin(math.tau * pitch * _OVERTONE * at) * math.exp(-at / _OVERTONE_FADING)
    return rise * end * (tone + _OVERTONE_LOUD * knock)


def samples(notes: list[tuple[float, float, float]]) -> bytes:
    """The sound, 16 bits a sample."""
    length = max(start for start, _, _ in notes) + _RINGS
    values = array.array(
        "h",
        (
            round(
                32_000
                * math.tanh(
                    sum(loud * note(at / RATE - start, pitch) for start, pitch, loud in notes)
                )
            )
            for at in range(round(length * RATE))
        ),
    )
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def main() -> None:
    """Write every file."""
    for name, notes in SOUNDS.items():
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(notes))


if __name__ == "__main__":
    main()
