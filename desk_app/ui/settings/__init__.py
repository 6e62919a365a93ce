"""The settings page, one module for each of its parts."""
