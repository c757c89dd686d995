"""Events as calendar entries: which there are, what they say, and how they recur."""
