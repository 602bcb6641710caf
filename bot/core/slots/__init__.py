"""Slots: what a message states besides its topic."""
