"""Reads and writes the programme in other people's formats."""
