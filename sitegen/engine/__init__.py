"""Yesterday's build and today's: questions, traces, what is stale, and the published tree."""
