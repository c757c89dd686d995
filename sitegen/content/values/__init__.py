"""What written words mean, by the sort of value: each verb takes text, and gives the value or raises `Bad`."""
