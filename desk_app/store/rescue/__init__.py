"""What is done when the cupboard's file is damaged: noticed, set aside, saved from what is left.

:mod:`signs` notices, :mod:`finds` reads what can be read by :mod:`wal`, :mod:`leaves` and
:mod:`layouts`, and :mod:`mending` makes a new file of it.
"""
