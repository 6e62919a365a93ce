"""The Desk API over HTTP, and the server around it."""
