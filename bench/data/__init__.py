"""Generated plans of a whole country, for benchmarks and for trying out national views."""
