"""The use cases of the ticket window, one module for each."""
