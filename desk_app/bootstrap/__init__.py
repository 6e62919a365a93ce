"""Builds the parts of a desk and joins them; nothing here loads Qt."""
