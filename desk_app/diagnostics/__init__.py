"""``doctor``: finds problems of this machine and their fixes; writes the diagnosis file."""
