"""Reads the knowledge folder and says what is wrong in it; the only room with YAML."""
