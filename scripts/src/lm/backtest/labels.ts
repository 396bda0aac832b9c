import { HistoryId } from '@perezvon/contracts';
import { InputError, readJsonl, type LmCliIo } from '@perezvon/lm/cli';
import { Labels, truthOfLabels, type Truth } from '@perezvon/lm/compare';
import { z } from 'zod';

const Labelled = z.object({ history_id: HistoryId, labels: Labels });

/**
 * What the labels of some files say, by call. The files are read as streams; only the answers are kept.
 * @throws InputError naming the file and line that does not fit
 */
export const readTruths = async (
  paths: readonly string[],
  { stdin }: LmCliIo,
): Promise<Map<number, Truth>> => {
  const truths = new Map<number, Truth>();
  for (const path of paths) {
    for await (const read of readJsonl(path, Labelled, stdin)) {
      if ('problem' in read) throw new InputError(`${path}:${read.line} ${read.problem}`);
      truths.set(read.value.history_id, truthOfLabels(read.value.labels));
    }
  }
  return truths;
};
