"""Users click through national views for minutes: faults, latency, memory of the workers."""
