"""Card numbers are forgotten when the policy says so."""
