"""`python -m dashboard` is the command `karta`."""

from dashboard.cli import main

main(prog_name="karta")
