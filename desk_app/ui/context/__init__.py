"""What every page is given, and what every page is."""
