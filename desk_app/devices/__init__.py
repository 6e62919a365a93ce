"""Devices, plugged in or built in: decoder, scanner, keyring, clock. No windows here."""
