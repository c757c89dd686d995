"""One output format a file, all in the same order: constants, `plan`, `render`, helpers, `FAMILY`."""
