"""The portal of this repository, built as readers get it."""
