"""The operation log: an append-only second copy of every operation, beside the database.

:mod:`format` seals and reads records, :mod:`segments` names and erases the files that hold them,
:mod:`appender` writes them, :mod:`entries` turns rows into entries and back, :mod:`commits`
appends what a transaction has committed, :mod:`reconciling` compares log and database, and
:mod:`compacting` lets go of what the policy no longer lets a desk hold. The format is described in
``docs/record-format.md``.
"""
