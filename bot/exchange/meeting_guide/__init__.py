"""Meeting Guide, the feeds of the twelve-step fellowships: read into the programme and written."""
