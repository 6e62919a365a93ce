"""``self-test``: checks that a packaged build is complete and works."""
