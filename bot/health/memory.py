"""Keeps memory together, and gives it back to the system after something large was let go."""

import ctypes

_ARENA_MAX = -8  # M_ARENA_MAX of GNU's malloc.h


def give_back() -> bool:
    """Gives back what the allocator holds but nobody uses; whether this system can.

    After knowledge was loaded anew that is thirty megabytes, which would else add up.
    """
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return False  # not GNU's C library
    trim.argtypes, trim.restype = (ctypes.c_size_t,), ctypes.c_int
    trim(0)
    return True


def use_one_arena() -> bool:
    """Lets all threads take memory from one place; whether this system can.

    Each thread has one of its own else, and what a reload reads in a thread leaves holes in each.
    """
    try:
        tune = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return False  # not GNU's C library
    tune.argtypes, tune.restype = (ctypes.c_int, ctypes.c_int), ctypes.c_int
    return bool(tune(_ARENA_MAX, 1))
