"""The tables of the store, and the steps from each version to the next."""
