"""The page for paper: the form to print, and the grid to key it in."""
