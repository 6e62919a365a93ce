"""Input from keyboard scanners and cameras."""
