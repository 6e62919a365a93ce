"""The page for a time without a network: what to do before, and the register by file."""
