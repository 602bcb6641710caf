"""Dutch places: which are named, which is meant, and how far apart they lie."""
