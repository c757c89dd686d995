"""Pictures: made in their sizes and formats, and shown on pages."""
