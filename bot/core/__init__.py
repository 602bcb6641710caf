"""Decides what to answer; knows no clock, file, network or randomness."""
