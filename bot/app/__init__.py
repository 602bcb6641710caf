"""Builds everything once and runs it: the only room that constructs."""
