"""The ticket window."""
