"""Talks to people: one file to talk and one to render for each channel."""
