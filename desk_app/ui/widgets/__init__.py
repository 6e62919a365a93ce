"""Reusable widgets. They show the values that they are given, and know no services."""
