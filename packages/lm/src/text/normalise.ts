/** Invisible marks that speech recognisers and messengers leave inside words. */
const INVISIBLE = /\p{Cf}|\p{Mn}/gu;
const YO = /ё/gu;
const NEEDS_CLEANING = /[^а-я0-9a-z]/u;

/**
 * One word as the rules know it: lower case, ё as е, composed letters, no invisible marks.
 * The text itself is never changed: quotes are cut from the original.
 */
export const normaliseWord = (word: string): string => {
  const lower = word.toLowerCase();
  if (!NEEDS_CLEANING.test(lower)) return lower;
  // NFC first: a composed й or ё is a letter, not a letter with a mark to strip.
  return lower.normalize('NFC').replace(INVISIBLE, '').replace(YO, 'е');
};
