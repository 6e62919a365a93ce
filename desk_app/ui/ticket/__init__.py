"""The ticket page: a card is checked, tickets are handed out, the visit is recorded."""
