"""`python -m bench`: run all benchmarks and print their tables."""

from bench import first_figures

if __name__ == "__main__":
    first_figures.main()
