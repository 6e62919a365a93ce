"""The encrypted file: its cipher, its connections, its transactions."""
