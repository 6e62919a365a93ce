"""The sync worker between ticket window and register, and the language that both ends speak."""
