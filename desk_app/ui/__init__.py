"""The window. Workers reach the screen by :mod:`tasks` and :mod:`bridge` only."""
