import { lmRunCancel, lmRunPause, lmRunResume, lmRunStart } from '@perezvon/contracts';
import type { Db, DbClient } from '@perezvon/db';
import { findActiveVersion } from '@perezvon/lm-scoring';
import {
  EXIT,
  InputError,
  readOptions,
  timezoneOf,
  UsageError,
  type LmCliIo,
  type LmCommand,
} from '@perezvon/lm/cli';
import { act } from '../act.js';
import { readPeriod } from '../period.js';
import { withStore } from '../store.js';
import { readTag } from '../versions/tag.js';
import { findOpenRunId, sayStatus } from './status.js';

const OPTIONS = {
  ruleset: { type: 'string' },
  period: { type: 'string' },
  as: { type: 'string' },
  watch: { type: 'boolean', default: false },
} as const;

interface Given {
  ruleset: string | undefined;
  period: string | undefined;
  as: string | null;
  watch: boolean;
}
type Subcommand = (db: DbClient, io: LmCliIo, given: Given) => Promise<number>;

const tagOf = async (db: Db, ruleset: string | undefined): Promise<string> => {
  if (ruleset !== undefined) {
    const tag = readTag(ruleset);
    if (tag === null)
      throw new UsageError(`"${ruleset}" is no version tag: store the rules first with versions shadow DIR`);
    return tag;
  }
  const active = await findActiveVersion(db);
  if (active === null)
    throw new InputError('no version is active yet: npm start makes the shipped rules the first');
  return active.tag;
};

const start: Subcommand = async (db, io, { ruleset, period, as, watch }) => {
  const { since, until } = readPeriod(period, { now: new Date(), timezone: timezoneOf(io) });
  const payload = {
    kind: 'rescore' as const,
    tag: await tagOf(db, ruleset),
    since: since?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
  };
  const code = await act(db, io, { as, intent: (context) => lmRunStart.of(payload, context) });
  return code === EXIT.ok && watch ? sayStatus(db, io, { isWatched: true }) : code;
};

const decide =
  (intent: typeof lmRunPause | typeof lmRunResume | typeof lmRunCancel): Subcommand =>
  async (db, io, { as }) => {
    const runId = await findOpenRunId(db);
    return act(db, io, { as, intent: (context) => intent.of({ runId }, context) });
  };

const SUBCOMMANDS: ReadonlyMap<string, Subcommand> = new Map<string, Subcommand>([
  ['start', start],
  ['pause', decide(lmRunPause)],
  ['resume', decide(lmRunResume)],
  ['cancel', decide(lmRunCancel)],
  ['status', (db, io, { watch }) => sayStatus(db, io, { isWatched: watch })],
]);

/** `npm run lm -- rescore`: scores stored calls anew. */
export const rescoreCommand: LmCommand = async (argv, io) => {
  const { values, positionals } = readOptions({ args: [...argv], options: OPTIONS, allowPositionals: true });
  const [name, ...rest] = positionals;
  const subcommand = name === undefined ? undefined : SUBCOMMANDS.get(name);
  if (subcommand === undefined || rest.length > 0)
    throw new UsageError(`rescore takes one of ${[...SUBCOMMANDS.keys()].join(', ')}`);
  const { ruleset, period, as = null, watch } = values;
  return withStore(io, (db) => subcommand(db, io, { ruleset, period, as, watch }));
};
