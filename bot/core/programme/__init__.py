"""What one can attend: searched, changed, and how fresh it is."""
