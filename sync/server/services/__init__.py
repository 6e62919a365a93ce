"""What the register answers desks and does for its admins, without HTTP."""
