"""The page for paper forms: printing them, and entering them afterwards."""
