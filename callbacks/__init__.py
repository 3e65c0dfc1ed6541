"""What reacts: router, filters and the pages' callbacks; thin, without SQL."""
