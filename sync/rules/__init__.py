"""The rules of the scheme: who gets a free ticket with a Kaikukortti, and how it is counted.

Plain Python over plain values: no clock, no disk, no network. Today's date, the card, the offer
and the earlier visits come in; a reasoned verdict comes out. The ticket desk and the register
both judge by this code, so they cannot disagree.

Read it as the scheme's own guideline goes: the card (:mod:`card_numbers`, :mod:`cards`), where it
is shown (:mod:`venues`) and what the register lays down (:mod:`policy`); who gets a ticket with it
(:mod:`tickets`), to what (:mod:`offers`) and how often (:mod:`periods`); what was given
(:mod:`visits`, and :mod:`bounds` for the days it can have); then a case (:mod:`cases`), the answer
to it (:mod:`entitlement`) and what staff should know besides (:mod:`notices`), by :mod:`codes`.

Sources are named beside the rules: "terms" are the terms of kaikukortti.fi of 2025-02-26,
"contract" is the interface between desk and register, "ours" is a decision of this project
where nothing public says.
"""
