"""Cards: the pictures that stand for pages where others link to them (the Open Graph protocol's `og:image`)."""

WIDTH, HEIGHT = 1200, 630
"""Pixels of a card, as those who show them want it."""
