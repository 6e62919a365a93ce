"""Theme, icons, fonts, language, and where a window stands."""
