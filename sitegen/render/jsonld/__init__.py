"""What pages tell machines in the words of schema.org, as blocks of data (JSON-LD 1.1)."""
