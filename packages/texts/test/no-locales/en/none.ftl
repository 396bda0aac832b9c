# Nothing: only the domain's words are read.
