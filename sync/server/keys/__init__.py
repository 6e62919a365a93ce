"""The register's keys, kept apart from its database."""
