"""The first run: language, enrolment, scanner, register."""
