"""The days and parts of the day that a resident's message asks about."""
