"""Neighbours: desks of one venue that help each other on a local network, without internet."""
