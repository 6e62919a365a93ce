"""The first start: from nothing to the first card, step by step."""
