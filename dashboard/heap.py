"""How the C library keeps the memory of a process that shows pages in a few threads.

glibc gives each thread a heap of its own, so that none waits for another; but threads of Python
hardly run at once, and what one heap keeps free is of no use to the others. It also begins to take
large pieces from the heap once it has seen some freed, where they lie between small ones that stay.
"""

import ctypes
import os

#: The variable by which glibc takes a setting, its number for it (malloc.h), our value: the most
#: heaps; from how many bytes on a piece is a mapping of its own, which goes back when it is freed.
_SETTINGS = (
    ("MALLOC_ARENA_MAX", -8, 1),
    ("MALLOC_MMAP_THRESHOLD_", -3, 64 * 1024),
)


def keep_small() -> None:
    """Let this process and those forked from it share one heap among their threads, and give large
    pieces back; what the environment says itself stays. To be called before threads start.

    Nothing happens where the C library has no such call: only glibc has it, and needs it.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    for variable, number, value in _SETTINGS:
        if mallopt is not None and variable not in os.environ:
            mallopt(number, value)
