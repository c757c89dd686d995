"""Tests of the engine, on a toy world that knows nothing of sites."""
