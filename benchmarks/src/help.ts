import {
  DEFAULT_BOT_CALLS,
  DEFAULT_CALLBACK_CALLS,
  DEFAULT_CALLS,
  DEFAULT_LM_CALLS,
  DEFAULT_REMINDERS,
  MEASUREMENTS,
} from './arguments.js';

export const HELP = `npm run bench -- [--calls N] [--only ${MEASUREMENTS.join('|')}] [--lm-file FILE] [--bot-calls N,N,N] [--reminders N]

Measures how fast calls are scored and the bot answers, on this machine and in this run:
  engine     the scoring engine alone on made-up calls, one thread
  lm         the scoring engine on labelled calls: cold and warm, against reading them, against one regular expression
             of all phrases, with ten times as many rules, and its memory
  postgres   queues in PostgreSQL: BullMQ jobs that do nothing, then calls from POST /v1/calls to the stored score
  redis      the same with queues in Redis
  bot        the bot's screens, from the update to the answered tap and to the drawn screen, with more and more calls
             stored (a million take some minutes and 5 GB of disk while it runs)
  reminders  deadlines that come at one moment, until each is told in its owner's chat
  callbacks  no speed: how surely callbacks are matched with the calls that answer them, in a made month of which the
             truth is known (alone it takes ten minutes; it is left out unless it is asked for)

  --calls N       calls and jobs of each measurement (default ${DEFAULT_CALLS}; lm ${DEFAULT_LM_CALLS}; callbacks ${DEFAULT_CALLBACK_CALLS})
  --only X        one measurement alone
  --lm-file FILE  calls for lm, one JSON object a line (default: ../shared/labelled-calls/dev.jsonl, where it is not
                  there the repository's own calls)
  --bot-calls N,N numbers of stored calls for bot (default ${DEFAULT_BOT_CALLS.join(',')})
  --reminders N   deadlines of reminders (default ${DEFAULT_REMINDERS})
  --help          this text

Servers are started for the run and thrown away: your data is not touched. Redis is the redis-server on the PATH, or the
one that REDIS_URL names, if it holds no queues. Absolute figures depend on the machine: compare the ratios.

Exit codes: 0 measured, 1 failed, 2 wrong arguments.`;
