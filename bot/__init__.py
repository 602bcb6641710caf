"""Handwijzer points people in the Netherlands to low-threshold recovery support."""
