"""How the C library keeps the memory of a process that shows pages in a few threads.

glibc gives each thread a heap of its own, so that none waits for another; but threads of Python
hardly run at once, and what one heap keeps free is of no use to the others. It also begins to take
large pieces from the heap once it has seen some freed, where they lie between small ones that stay.
"""

import ctypes

#: glibc's numbers (malloc.h) for: the most heaps; from how many bytes on a piece is a mapping of
#: its own, which goes back when it is freed; how many free bytes at the end are given back.
_M_ARENA_MAX, _M_MMAP_THRESHOLD, _M_TRIM_THRESHOLD = -8, -3, -1
_SETTINGS = {_M_ARENA_MAX: 1, _M_MMAP_THRESHOLD: 64 * 1024, _M_TRIM_THRESHOLD: 128 * 1024}


def keep_small() -> bool:
    """Let this process and those forked from it share one heap among their threads, and give back
    what they free; tell whether the C library knows how: only glibc needs and has this call.

    To be called before threads start.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and all(mallopt(name, value) for name, value in _SETTINGS.items())
