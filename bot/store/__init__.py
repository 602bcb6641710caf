"""Keeps the programme; the only room with SQL."""
