"""The queries of the console alone: accounts, issued cards, statistics, audit."""
