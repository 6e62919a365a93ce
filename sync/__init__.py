"""The messenger between ticket window and register, and the language that both ends speak."""
