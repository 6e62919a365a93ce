"""Building packages: an environment, a frozen tree that proves itself, and what wraps it."""
