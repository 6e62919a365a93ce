"""Work off the GUI thread, and its results on it."""
