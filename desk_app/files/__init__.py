"""Files written outside the store: atomically, and readable by this user alone."""
