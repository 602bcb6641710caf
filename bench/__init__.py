"""Measurements of speed and honesty; `python -m bench` runs them all."""
