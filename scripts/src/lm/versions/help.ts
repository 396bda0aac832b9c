export const VERSIONS_HELP = `versions [list]
  The stored versions of the rules: which is active, which are in shadow, from where, since when.
versions show TAG
  One version: its files, and whether this engine can run it (every problem with file and line; exit code 1).
versions shadow DIR --note TEXT | TAG
  Stores a directory of rules with its model as a new version, with the clinic's additions in force, and scores new calls
  with it beside the active one; or does so again with a stored version.
versions activate TAG | roll-back | retire TAG
  New calls are scored with TAG; with the version before; no longer with TAG.
versions additions FILE [--note TEXT] | --remove | --show
  The clinic's additions (clinic.yaml) on top of the active version's rules, as a new version in shadow: activate it to
  put them in force. --show prints those in force.
  --as TELEGRAM_ID    who acts, of all the commands that change something; left out: the only supreme_dev
  They go the way of the bot's buttons (permission, refusals, log) and wait for the outcome.`;
