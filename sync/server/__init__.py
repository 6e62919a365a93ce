"""The reference register: the contract's Desk API as the authority answers it.

For demos, tests, pilots and small areas. Read in this order: :mod:`tables` (what is kept),
:mod:`database` and :mod:`dialects` (how it is written), :mod:`registry`, :mod:`enrolments`,
:mod:`offers`, :mod:`operations` and :mod:`activity` (the subjects), :mod:`authority` (all of it
for one desk), :mod:`http` (the skin), :mod:`cli` (the admin's commands).
"""
