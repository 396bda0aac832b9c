/** People say the same few words in many calls; more than this would only fill the memory. */
const REMEMBERED = 2_000;

/** Does a slow thing to words once for each words, as far back as it remembers. */
export const rememberWords = (work: (words: string) => string): ((words: string) => string) => {
  const known = new Map<string, string>();
  return (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const result = work(words);
    if (known.size >= REMEMBERED) known.clear();
    known.set(words, result);
    return result;
  };
};
