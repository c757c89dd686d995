"""Where everything meets: a folder is read, joined, checked, planned, rendered and published."""
