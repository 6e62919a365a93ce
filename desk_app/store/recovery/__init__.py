"""Recovery of a damaged or missing database.

:mod:`checks` detects damage, :mod:`rebuilding` makes a new file from the newest readable source,
and :mod:`setting_aside` keeps the previous files, to be taken in once their key is found.
"""
