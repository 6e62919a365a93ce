"""The cached register, the offers, and this desk's enrolment."""
