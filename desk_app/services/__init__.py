"""What staff do, one module per deed."""
