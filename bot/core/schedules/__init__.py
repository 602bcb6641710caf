"""Schedules as people write them on posters, and the dates they mean."""
