"""Icons, themes, translations: everything that is shipped beside the code."""
