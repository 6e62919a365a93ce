"""``self-test``: the shipped build proves that everything is there and works together."""
