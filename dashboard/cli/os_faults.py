"""What the operating system says of files, in the language of the settings."""

import errno
import os
import socket

from layouts.texts import N_, _

REASONS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("there is no right to it"),
    errno.EPERM: N_("there is no right to it"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of the path is no folder"),
    errno.ENOSPC: N_("there is no space left"),
    errno.EDQUOT: N_("there is no space left"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EADDRINUSE: N_("another program holds the address"),
    errno.EADDRNOTAVAIL: N_("this machine has no such address"),
    errno.EIO: N_("the disk cannot be read or written"),
}


def in_words(error: OSError) -> str:
    """Return why it failed; in the system's own words where there are none of ours."""
    if isinstance(error, socket.gaierror):
        return _("there is no such host")
    said = REASONS.get(error.errno or 0)
    return _(said) if said else error.strerror or os.strerror(error.errno or 0)
