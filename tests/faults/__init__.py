"""Builds that are killed, that the disk refuses, and that run at the same time: the published tree stays whole."""
