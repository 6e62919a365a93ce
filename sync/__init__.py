"""The sync worker between desk and register, and the protocol that both speak."""
