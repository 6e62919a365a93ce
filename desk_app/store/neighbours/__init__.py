"""The store of what concerns neighbours: who they are, news, and shares of quotas."""
