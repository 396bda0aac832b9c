export const CALIBRATE_HELP = `calibrate [--labels FILE…] [--min-calls N] [--dry-run] [--as TELEGRAM_ID]
  Corrects the active version by what people judged in the bot, and by labelled calls: the probability, line and, with
  hundreds of calls, the weights of each metric. Figures before and after are cross-validated; a metric that does not
  become better stays as it is. Writes a new version in shadow with its figures as the note; the active one stays.
  --labels     JSONL with transcript and labels, as for evaluate; a call that has both goes by its label
  --min-calls  judged calls that a metric needs (60)
  --dry-run    only prints the figures
  --as         who publishes it; needed when there are several supreme_devs`;
