"""The page of the venue's offers."""
