"""Tables out of spreadsheets and CSV files that anybody may have made, read with care."""
