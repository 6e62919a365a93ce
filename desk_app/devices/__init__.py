"""What is plugged in or built in: decoder, scanner, secrets, clock. No windows here."""
