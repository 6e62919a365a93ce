"""Small parts that pages are made of. They show what they are given and know no services."""
