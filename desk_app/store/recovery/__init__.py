"""What is done when the database is damaged or gone.

:mod:`checks` notices, :mod:`rebuilding` makes a new file of the newest source that can be read,
and :mod:`setting_aside` keeps what was there before, to be taken in once its key is found.
"""
