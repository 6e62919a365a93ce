"""The steps of the first run, in their order."""

WELCOME, ENROL, SCANNER, LOADING = range(4)
