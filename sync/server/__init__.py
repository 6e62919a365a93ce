"""The reference register: the contract's Desk API, for demos, tests, pilots and small areas.

From the outside in: :mod:`commands` (the admin's commands), :mod:`api` (the Desk API over HTTP),
:mod:`services` (what one desk is answered, and what becomes of operations), :mod:`store` (what is
kept, from :mod:`store.tables` on) and :mod:`keys` (what lies apart from the database).
"""
