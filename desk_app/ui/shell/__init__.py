"""The main window around the pages: navigation, status, help, the lock and the start."""
