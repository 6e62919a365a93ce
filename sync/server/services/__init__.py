"""The register's services for desks and admins, without HTTP."""
