const ELLIPSIS = '…';

/** Words cut at the end of a word so that it takes at most `maxLength` characters. */
export const cutWords = (text: string, maxLength: number): string => {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - ELLIPSIS.length);
  const lastSpace = text.lastIndexOf(' ', cut.length);
  // A word longer than half the room is cut inside; never inside a character made of two units.
  const kept = lastSpace > maxLength / 2 ? cut.slice(0, lastSpace) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}${ELLIPSIS}`;
};
