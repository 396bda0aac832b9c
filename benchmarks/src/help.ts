import { DEFAULT_CALLS, MEASUREMENTS } from './arguments.js';

export const HELP = `npm run bench -- [--calls N] [--only ${MEASUREMENTS.join('|')}]

Measures how fast calls are scored, on this machine and in this run:
  engine     the scoring engine alone, one thread
  postgres   queues in PostgreSQL: BullMQ jobs that do nothing, then calls from POST /v1/calls to the stored score
  redis      the same with queues in Redis

  --calls N  calls and jobs of each measurement (default ${DEFAULT_CALLS})
  --only X   one measurement alone
  --help     this text

Servers are started for the run and thrown away: your data is not touched. Redis is the redis-server on the PATH, or the
one that REDIS_URL names, if it holds no queues. Absolute figures depend on the machine: compare the ratios.

Exit codes: 0 measured, 1 failed, 2 wrong arguments.`;
