"""Visits, and the operations that tell the register of them."""
