export const QUALITY_HELP = `quality [--tag TAG] [--since DAYS] [--json]
  How often each metric and rule is right in people's eyes: precision with its 95 % interval, missed calls, and the rules
  that are suspect (under 60 % in 20 judged calls or more). One call is one vote, of its majority. Only reads.
  --tag    only what was said of this version's scores
  --since  only what was said in the last so many days (180)
  --json   the same as data`;
