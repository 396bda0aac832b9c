import { basename } from 'node:path';
import { countJudgedMetrics, listFeedbackVotes, type Db } from '@perezvon/db';
import { compileRuleset, type Ruleset, type RulesetFile } from '@perezvon/lm';
import {
  feedbackTruths,
  labelledLessons,
  readLesson,
  readModelFile,
  UNSEEN_STEPS,
  unseenLessons,
  type FeedbackTruths,
  type Lesson,
  type ModelFile,
} from '@perezvon/lm/calibrate';
import { createProgress, readLabelled, type LmCliIo } from '@perezvon/lm/cli';
import { decideCalls } from '@perezvon/lm/feedback';
import { listReceivedCalls } from '@perezvon/lm-scoring';

/** Calls held in memory at a time. */
const PAGE = 200;

/** The version that is corrected. */
export interface Base {
  files: readonly RulesetFile[];
  ruleset: Ruleset;
  model: ModelFile;
}

export const baseOf = (files: readonly RulesetFile[]): Base => ({
  files,
  ruleset: compileRuleset(files),
  model: readModelFile(files),
});

/** What there is to learn from, and where it came from. */
export interface Material {
  lessons: Lesson[];
  fromFeedback: number;
  fromLabels: number;
  /** Of those, calls that the model learned from and that are judged by words fitted without them. */
  fromItsOwn: number;
}

const readFeedbackLessons = async (
  db: Db,
  truths: FeedbackTruths,
  { ruleset }: Base,
  io: LmCliIo,
): Promise<Lesson[]> => {
  const ids = [...truths.keys()];
  const lessons: Lesson[] = [];
  const progress = createProgress(io, 'Judged calls', ids.length, Date.now);
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = ids.slice(from, from + PAGE);
    for (const { record } of await listReceivedCalls(db, page)) {
      const lesson = readLesson(record, truths.get(record.history_id) ?? {}, ruleset);
      if (lesson !== null) lessons.push(lesson);
    }
    for (const _ of page) progress.step();
  }
  progress.stop();
  return lessons;
};

/** `about` of a fitted model names the files that taught it. */
const hasTaught = ({ model }: Base, path: string): boolean =>
  model.about.split(/[\s,;]+/u).includes(basename(path));

const readLabelLessons = async (
  paths: readonly string[],
  base: Base,
  io: LmCliIo,
): Promise<{ strange: Lesson[]; own: Lesson[] }> => {
  const [ownPaths, strangePaths] = [true, false].map((own) =>
    paths.filter((path) => hasTaught(base, path) === own),
  );
  const read = async (some: readonly string[] = []) =>
    some.length === 0 ? [] : readLabelled(some, io.stdin);
  const strange = labelledLessons(await read(strangePaths), base.ruleset);
  const ownCalls = await read(ownPaths);
  if (ownCalls.length === 0) return { strange, own: [] };
  const progress = createProgress(io, 'Words without each call', UNSEEN_STEPS, Date.now);
  const own = unseenLessons(ownCalls, base, progress.step);
  progress.stop();
  return { strange, own };
};

/**
 * Everything that people said of stored calls, with the labelled calls of some files; a call that has both goes by its
 * label.
 * @throws InputError naming the file and line that does not fit
 */
export const readMaterial = async (
  db: Db,
  labels: readonly string[],
  base: Base,
  io: LmCliIo,
): Promise<Material> => {
  const decided = decideCalls(await listFeedbackVotes(db, { since: null, lmVersionTag: null }));
  const truths = feedbackTruths(decided, await countJudgedMetrics(db));
  const { strange, own } = await readLabelLessons(labels, base, io);
  const labelled = new Map([...own, ...strange].map((lesson) => [lesson.historyId, lesson]));
  const judged = (await readFeedbackLessons(db, truths, base, io)).filter(
    ({ historyId }) => !labelled.has(historyId),
  );
  return {
    lessons: [...judged, ...labelled.values()],
    fromFeedback: judged.length,
    fromLabels: labelled.size,
    fromItsOwn: own.length,
  };
};
