"""Starts the window over an open desk."""
