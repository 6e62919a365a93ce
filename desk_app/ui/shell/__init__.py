"""The main window around the pages: navigation, status, help, lock and startup."""
