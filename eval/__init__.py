"""Scores Handwijzer on the development sets; run by `make eval`."""
