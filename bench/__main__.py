"""`python -m bench`: run all benchmarks and print their tables; exit code 1 if too slow."""

import sys

from bench import first_figures

if __name__ == "__main__":
    sys.exit(0 if first_figures.main() else 1)
