/** Letters to change, add, leave out or swap to make one word of the other. */
const distance = (from: string, to: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1];
      const isSwapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return last[to.length] ?? 0;
};

/** Every third letter wrong is still a slip; more is another word. */
const LETTERS_PER_SLIP = 3;
const MIN_SLIPS = 2;

/** `lost` for `lost_opportunity_score`: so many letters are no chance. */
const MIN_BEGINNING = 3;

const lastPart = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

/**
 * The known name that was probably meant.
 * @returns undefined when none is near
 */
const suggestion = (written: string, known: Iterable<string>): string | undefined => {
  const limit = Math.min(
    Math.max(MIN_SLIPS, Math.floor(written.length / LETTERS_PER_SLIP)),
    written.length - 1,
  );
  let best: string | undefined;
  let nearest = limit + 1;
  for (const name of known) {
    // `grievance.wait` for `complaint.wait`: the right name in another family.
    const isMoved = written.includes('.') && name !== written && lastPart(name) === lastPart(written);
    const isBegun = written.length >= MIN_BEGINNING && name.startsWith(written);
    const away = isMoved || isBegun ? 1 : distance(written, name);
    if (away < nearest) [best, nearest] = [name, away];
  }
  return best;
};

/** `; did you mean "x"?`, or nothing. */
export const didYouMean = (written: string, known: Iterable<string>): string => {
  const meant = suggestion(written, known);
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
};
