"""A coordinator's sentence, read as a change of the programme."""
