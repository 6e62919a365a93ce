"""Anonymises visits when the policy's period has passed."""
