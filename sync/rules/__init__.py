"""The scheme itself: who gets a free ticket with a Kaikukortti, why not, and how it is counted.

Plain Python over plain values: no clock, no disk, no network. Today's date, the card, the offer
and the earlier visits come in; a reasoned verdict comes out. The ticket window and the register
both judge by this code, so they cannot disagree.

Read in this order: :mod:`card_numbers`, :mod:`cards`, :mod:`venues`, :mod:`offers`, :mod:`visits`,
:mod:`policy`, :mod:`periods`, :mod:`codes`, :mod:`entitlement`.

Sources are named beside the rules: "terms" are the terms of kaikukortti.fi of 2025-02-26,
"contract" is the interface between desk and register, "ours" is a decision of this project
where nothing public says.
"""
