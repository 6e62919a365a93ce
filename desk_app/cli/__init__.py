"""The headless command line: the whole job without a window, and without loading Qt.

:mod:`parser` says what may be typed, :mod:`commands` does it, :mod:`answers` says it in JSON or in
words. What is promised to other programs stands in the README.
"""
