import { EXIT, readOptions, UsageError, type LmCommand } from '@perezvon/lm/cli';
import { withStore } from '../store.js';
import { listVersions } from './list.js';

/** `npm run lm -- versions`: the stored versions of the rules. */
export const versionsCommand: LmCommand = async (argv, io) => {
  const { positionals } = readOptions({ args: [...argv], options: {}, allowPositionals: true });
  const [what = 'list', ...rest] = positionals;
  if (what !== 'list' || rest.length > 0)
    throw new UsageError(`versions does not know "${positionals.join(' ')}"`);
  await withStore(io, (db) => listVersions(db, io));
  return EXIT.ok;
};
