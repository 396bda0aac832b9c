export const BACKTEST_HELP = `backtest --ruleset DIR|TAG [--period 30d|2026-10-01..2026-10-31] [--labels FILE…] [--json]
  Scores stored calls with a directory of rules (the clinic's additions in force go with it) or a stored version, and
  compares with the scores that are shown: flags gained and lost with ten quoted calls each, agreement, every number.
  Only reads; the product may run meanwhile. Precision and recall where people judged the call in the bot, or labels do.
  --period   all stored calls without it; days are the clinic's, both included
  --labels   JSONL with history_id and labels; they go before what people said
  --json     the same as data`;
