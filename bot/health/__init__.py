"""How the program is doing: counts, metrics, an endpoint, the log, and a sign of life."""
