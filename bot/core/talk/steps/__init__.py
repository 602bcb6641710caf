"""The steps of the funnel: what each says once it is sure."""
