"""What comes in from keyboard scanners and cameras."""
