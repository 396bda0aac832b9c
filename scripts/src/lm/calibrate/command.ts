import type { Db, DbClient } from '@perezvon/db';
import { MODEL_FILE } from '@perezvon/lm';
import { CALIBRATE_STEPS, calibrateModel, DEFAULT_MIN_CALLS, modelText } from '@perezvon/lm/calibrate';
import {
  createProgress,
  EXIT,
  InputError,
  readOptions,
  UsageError,
  writeLine,
  type LmCliIo,
  type LmCommand,
} from '@perezvon/lm/cli';
import { filesOf, findActiveVersion, findRulesContent, type RulesetContent } from '@perezvon/lm-scoring';
import { withStore } from '../store.js';
import { publishContent } from '../versions/publish.js';
import { baseOf, readMaterial } from './read-lessons.js';
import { noteOf, reportLines } from './report.js';

const OPTIONS = {
  labels: { type: 'string', multiple: true },
  'min-calls': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  as: { type: 'string' },
} as const;

interface Asked {
  labels: readonly string[];
  minCalls: number;
  isDryRun: boolean;
  as: string | null;
}

const MIN_CALLS = /^[1-9]\d{0,6}$/;

const readMinCalls = (given: string | undefined): number => {
  if (given === undefined) return DEFAULT_MIN_CALLS;
  if (!MIN_CALLS.test(given)) throw new UsageError('--min-calls takes a whole number over 0');
  return Number(given);
};

const readActive = async (db: Db): Promise<RulesetContent> => {
  const active = await findActiveVersion(db);
  const content = active && (await findRulesContent(db, active.tag));
  if (content === null) throw new InputError('no version is active yet: npm start stores the first');
  return content;
};

const run = async (db: DbClient, io: LmCliIo, asked: Asked): Promise<number> => {
  const content = await readActive(db);
  const base = baseOf(filesOf(content));
  const material = await readMaterial(db, asked.labels, base, io);
  const progress = createProgress(io, 'Fitting', CALIBRATE_STEPS, Date.now);
  const about = `calibrated on ${material.fromFeedback} judged and ${material.fromLabels} labelled calls`;
  const result = calibrateModel(material.lessons, base.model, {
    minCalls: asked.minCalls,
    about,
    onStep: progress.step,
  });
  progress.stop();
  for (const line of reportLines(material, result, asked.minCalls)) await writeLine(io.stdout, line);
  if (result.figures.length === 0)
    throw new InputError('Nothing is written: there is too little to learn from.');
  if (result.model === null) {
    await writeLine(io.stdout, 'Nothing is written: the active version is as good as what can be learned.');
    return EXIT.ok;
  }
  if (asked.isDryRun) return EXIT.ok;
  const changed = { ...content, [MODEL_FILE]: modelText(result.model) };
  const note = noteOf(material, result);
  return publishContent(db, io, changed, { as: asked.as, note, origin: 'calibrated' });
};

/** `npm run lm -- calibrate`: a new version in shadow from what people judged. */
export const calibrateCommand: LmCommand = async (argv, io) => {
  const { values } = readOptions({ args: [...argv], options: OPTIONS });
  const asked: Asked = {
    labels: values.labels ?? [],
    minCalls: readMinCalls(values['min-calls']),
    isDryRun: values['dry-run'],
    as: values.as ?? null,
  };
  return withStore(io, (db) => run(db, io, asked), { isReadOnly: asked.isDryRun });
};
