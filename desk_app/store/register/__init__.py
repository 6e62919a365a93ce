"""The cached register, the offers, and who this desk is."""
