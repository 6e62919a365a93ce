"""Theme, icons, fonts, language, and window placement."""
