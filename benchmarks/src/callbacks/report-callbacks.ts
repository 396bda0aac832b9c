import { asCount, table } from '../table.js';
import type { CallbackMatching } from './measure-callbacks.js';

const SHARE_DIGITS = 4;
const MS_PER_S = 1_000;
const asShare = (share: number): string => share.toFixed(SHARE_DIGITS);

/** How callbacks were matched, as lines: all of them, then each story. */
export const reportCallbacks = ({ calls, looked, seconds, scores }: CallbackMatching): string[] => [
  `${asCount(calls)} made-up calls of a month; ${asCount(looked)} looked at, ${((seconds * MS_PER_S) / Math.max(looked, 1)).toFixed(1)} ms each`,
  ...table(
    ['callbacks', 'answered', 'proven', 'precision', 'recall'],
    [...scores].map(([label, score]) => ({
      label,
      cells: [
        asCount(score.callbacks),
        asCount(score.answered),
        asCount(score.proven),
        asShare(score.precision),
        asShare(score.recall),
      ],
    })),
  ),
  '',
];
