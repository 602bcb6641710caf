"""Serves changed knowledge as soon as it is sound, without making anybody wait."""
