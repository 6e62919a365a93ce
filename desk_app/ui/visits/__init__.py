"""The page of visits, and its parts."""
