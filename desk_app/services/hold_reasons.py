"""Codes of the reasons for which an operation is held, though it was not rejected."""

UNSENDABLE = "unsendable"
"""Of an operation at which the register, or something on the way, stumbles each time."""
UNREADABLE = "unreadable"
"""Of an operation that this program cannot read out of its own database."""
ELSEWHERE = "elsewhere"
"""Of an operation of another venue or register: it is held back, and sent nowhere else."""
