/** How urgent a number is: what 🔴 🟡 🟢 stand for. */
export type Level = 'red' | 'yellow' | 'green';

/** The level of a number where more is worse: red and yellow are "at or over". */
export const levelOver = (value: number, { red, yellow }: { red: number; yellow: number }): Level => {
  if (value >= red) return 'red';
  return value >= yellow ? 'yellow' : 'green';
};

/** The level of a number where less is worse: red and yellow are "under". */
export const levelUnder = (
  value: number,
  { redUnder, yellowUnder }: { redUnder: number; yellowUnder: number },
): Level => {
  if (value < redUnder) return 'red';
  return value < yellowUnder ? 'yellow' : 'green';
};
