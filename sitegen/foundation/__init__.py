"""What is not about sites at all: digests, diagnostics, zones, processes, files."""
