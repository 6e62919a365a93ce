"""The page of what the register refused, and its parts."""
