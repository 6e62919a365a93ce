"""What staff do, one module per action."""
