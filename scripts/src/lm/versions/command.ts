import { rulesetActivate, rulesetRetire, rulesetRollBack, rulesetShadow } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { readOptions, required, UsageError, type LmCliIo, type LmCommand } from '@perezvon/lm/cli';
import { act } from '../act.js';
import { withStore } from '../store.js';
import { publishAdditions, showAdditions } from './additions.js';
import { listVersions } from './list.js';
import { publishDirectory } from './publish.js';
import { showVersion } from './show.js';
import { readTag } from './tag.js';

const OPTIONS = {
  as: { type: 'string' },
  note: { type: 'string' },
  remove: { type: 'boolean', default: false },
  show: { type: 'boolean', default: false },
} as const;

interface Given {
  /** What follows the subcommand; undefined: nothing. */
  argument: string | undefined;
  as: string | null;
  note: string | null;
  remove: boolean;
  show: boolean;
}
type Subcommand = (db: DbClient, io: LmCliIo, given: Given) => Promise<number>;

const tagOf = ({ argument }: Given): string => {
  const tag = readTag(required(argument, 'the version’s tag'));
  if (tag === null) throw new UsageError(`"${argument}" is no version tag such as v1.0.1+601403ab`);
  return tag;
};

const shadow: Subcommand = (db, io, given) => {
  const what = required(given.argument, 'a directory of rules or a version’s tag');
  const tag = readTag(what);
  return tag === null
    ? publishDirectory(db, io, { ...given, directory: what })
    : act(db, io, { as: given.as, intent: (context) => rulesetShadow.of({ tag }, context) });
};

const additions: Subcommand = async (db, io, given) => {
  const { argument: file, remove, show } = given;
  if ([file !== undefined, remove, show].filter(Boolean).length !== 1)
    throw new UsageError('versions additions takes one of FILE, --remove, --show');
  return show ? showAdditions(db, io) : publishAdditions(db, io, { ...given, file: file ?? null });
};

const SUBCOMMANDS: ReadonlyMap<string, Subcommand> = new Map<string, Subcommand>([
  ['list', listVersions],
  ['show', (db, io, given) => showVersion(db, io, tagOf(given))],
  ['shadow', shadow],
  [
    'activate',
    (db, io, given) => {
      const tag = tagOf(given);
      return act(db, io, { as: given.as, intent: (context) => rulesetActivate.of({ tag }, context) });
    },
  ],
  [
    'roll-back',
    (db, io, { as }) => act(db, io, { as, intent: (context) => rulesetRollBack.of({}, context) }),
  ],
  [
    'retire',
    (db, io, given) => {
      const tag = tagOf(given);
      return act(db, io, { as: given.as, intent: (context) => rulesetRetire.of({ tag }, context) });
    },
  ],
  ['additions', additions],
]);

/** `npm run lm -- versions`: the stored versions of the rules. */
export const versionsCommand: LmCommand = async (argv, io) => {
  const { values, positionals } = readOptions({ args: [...argv], options: OPTIONS, allowPositionals: true });
  const [name = 'list', argument, ...rest] = positionals;
  const subcommand = SUBCOMMANDS.get(name);
  if (subcommand === undefined || rest.length > 0)
    throw new UsageError(`versions does not know "${positionals.join(' ')}"`);
  const { as = null, note = null, remove, show } = values;
  return withStore(io, (db) => subcommand(db, io, { argument, as, note, remove, show }));
};
