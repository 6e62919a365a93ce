"""The headless command line, which does not load Qt.

:mod:`parser` defines the arguments, :mod:`commands` runs the commands, :mod:`results` prints their
results as JSON or text. The interface for other programs is in ``docs/cli.md``.
"""
