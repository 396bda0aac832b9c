export const RESCORE_HELP = `rescore start [--ruleset TAG] [--period 30d|2026-10-01..2026-10-31] [--watch]
  Scores stored calls anew, in the background and always after new calls. Under the active version (left out: that one)
  its scores become the ones that are shown; under a version in shadow they stand beside. The scores before are kept.
rescore pause | resume | cancel
  It stops after the step under way and keeps its place; goes on there; ends for good, and what it stored stays.
rescore status [--watch]
  What runs, how far it is and what is left; --watch follows it to its end. Exit code 1 when the last rescore failed.
  --as TELEGRAM_ID    who acts; left out: the only supreme_dev`;
