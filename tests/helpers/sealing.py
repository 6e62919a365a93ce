"""The cost of passphrases of files and of PINs in tests."""

from desk_app.devices.pins import Argon2Pins
from desk_app.files.sealing import Hardness

QUICK = Hardness(passes=1, memory=8 << 10)
"""So little that it keeps nobody out, and no test waiting."""
QUICK_PINS = Argon2Pins(memory_kib=8)
"""Likewise; a PIN that is tried costs what its hash says."""
