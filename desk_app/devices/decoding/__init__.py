"""Codes in pictures: no camera and no windows here.

:mod:`engines` are the two libraries that read, :mod:`strips` finds the bars of a barcode and lays
them straight, :mod:`looks` are the ways to look at a picture, in the order that the measurement
favours (``python -m tests.benchmarks scan``), :mod:`decoder` looks until it knows, and
:mod:`pictures` opens files.
"""
