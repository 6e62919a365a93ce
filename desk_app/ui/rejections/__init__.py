"""The page of what the register rejected, and what staff do about it."""
