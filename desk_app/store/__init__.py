"""The store: one encrypted SQLite file with the register's cache, the offers and the journal."""
