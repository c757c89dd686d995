"""Takes what the look is made of from where it is published, reduces it, and writes down what became of what."""
