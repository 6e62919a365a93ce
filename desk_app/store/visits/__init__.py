"""Visits, and the operations that report them to the register."""
