"""What a plan orders, as plain records, and how it becomes rows: for the sample and for imports."""
