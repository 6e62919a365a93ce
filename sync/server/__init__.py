"""The reference register: the contract's Desk API as the authority answers it.

For demos, tests, pilots and small areas. Read in this order: :mod:`store.tables` (what is kept),
:mod:`store.database` (how it is reached), the subjects beside it (:mod:`store.cards`,
:mod:`store.offers`, :mod:`store.operations`, :mod:`store.desks`), :mod:`settling` (what becomes of
operations), :mod:`desk_session` (what one desk is answered), :mod:`authority` (what admins do),
:mod:`api.app` (over HTTP), :mod:`cli` (the admin's commands).
"""
