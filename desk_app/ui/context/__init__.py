"""The base class and the context of every page."""
