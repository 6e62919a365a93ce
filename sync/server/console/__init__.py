"""The register's console: pages for issuers, venues, coordinators and Kaikukeskus."""
