import type { Speaker } from '@perezvon/contracts';
import { findPersonal, type PersonalRange } from './find-personal.js';
import type { Range } from './words.js';

/** What stands in the place of words that are hidden from people. */
export const MASK = '•••';

/** `findPersonal` for one text that stands alone, such as a quote: what was asked before is not known. */
export const personalRanges = (text: string, speaker: Speaker): PersonalRange[] =>
  findPersonal([{ text, speaker }], 'shown')[0] ?? [];

/** A text with these stretches hidden. `ranges`: in order, not touching, as `findPersonal` gives them. */
export const hideRanges = (text: string, ranges: readonly Range[]): string => {
  let masked = '';
  let from = 0;
  for (const { start, end } of ranges) {
    masked += text.slice(from, start) + MASK;
    from = end;
  }
  return masked + text.slice(from);
};

/** The same words with what is personal hidden. */
export const maskPersonal = (text: string, speaker: Speaker): string =>
  hideRanges(text, personalRanges(text, speaker));
