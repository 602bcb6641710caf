"""Runs the measurements of the programme and of the whole; 1 where one is over what is allowed."""

import sys

from bench import growth, load, nearest, programme

sys.exit(max(programme.main(), nearest.main(), growth.main(), load.main()))
