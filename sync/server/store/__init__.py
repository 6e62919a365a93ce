"""The register's database: what is kept (:mod:`tables`), how it is reached, and how it changes."""
