export const HELP = `Imports calls from files: npm run import -- [options] FILE [FILE…]

FILE  .jsonl or .ndjson (one call a line), .json (one call or an array of calls), or .csv with the names of the
      columns in its first line (; or , or tabs; UTF-8, UTF-16 or Windows-1251; also the columns of OperatorBot's
      call_history and call_scores). A time without an offset is one of CLINIC_TIMEZONE (CSV only).
      A call that is there already is a duplicate; one with other content replaces it as a new revision and is
      scored again. A file of any size needs little memory.

Options
  --until-now     move the dates of all files by the same span, so that the newest call is now (to try the product
                  on an old export). A repeat moves them anew and makes a new revision of every call.
  --source NAME   the source of calls that name none themselves
  --dry-run       check the files, store nothing
  --report FILE   where the rejected lines are written (JSONL); otherwise beside each file, as
                  FILE.rejected.jsonl. Nothing is written when there are none.
  --help          this text

The database is DATABASE_URL, or the embedded one in PEREZVON_HOME, whether Perezvon runs or not. Ctrl-C ends after
the batch under way; the same command goes on from there (what is stored counts as duplicates).

Exit codes: 0 all calls taken, 1 failed, 2 wrong usage, 3 some lines rejected, 130 interrupted
`;

export const EXIT = { ok: 0, failed: 1, usage: 2, someRejected: 3, interrupted: 130 } as const;
