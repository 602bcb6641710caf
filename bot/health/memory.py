"""Gives memory back to the system after something large was let go."""

import ctypes


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
