"""Searching: which documents are found by which words, and that indexes are right whatever was built before."""
