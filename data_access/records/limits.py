"""How large a file may be that is taken in, on whatever way: over the web, by command, any kind."""

MEGABYTE = 1024 * 1024
MOST_MEGABYTES = 10
MOST_BYTES = MOST_MEGABYTES * MEGABYTE
