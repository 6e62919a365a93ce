"""The use cases of the ticket desk, one module for each."""
