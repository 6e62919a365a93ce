"""Sets the program up on a machine: preparing, locking, packaging."""
