"""Codes in pictures: no camera and no windows here.

:mod:`engines` are the two libraries that read, :mod:`fault_log` logs what they raise, once,
:mod:`regions` finds the bars of barcodes and lays them straight, :mod:`rows` averages and sharpens
them, :mod:`bars` reads them, :mod:`passes` are the passes over a picture in the order that the
measurement favours (``python -m tests.benchmarks scan --passes``), :mod:`votes` says what is sure,
:mod:`decoder` looks until it knows, and :mod:`pictures` opens files.
"""
