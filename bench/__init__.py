"""Benchmarks: ratios taken in one run, beside a floor that does as little as possible."""
