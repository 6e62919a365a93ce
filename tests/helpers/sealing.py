"""What passphrases of files cost in tests."""

from desk_app.files.sealing import Hardness

QUICK = Hardness(passes=1, memory=8 << 10)
"""So little that it keeps nobody out, and no test waiting."""
