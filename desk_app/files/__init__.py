"""Files that leave the house: written whole or not at all, for this user's eyes alone."""
