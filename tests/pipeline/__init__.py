"""The invariants of the whole pipeline, on small random portals that are edited and built again and again."""
