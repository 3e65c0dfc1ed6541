"""What a country costs: pages, users, files and recomputation at 4, 233 and 2,330 territories."""
