/**
 * The same answer for everybody who asks within `ms`: a public address must not let anybody make the database count
 * more often than that. A failed answer is shared by those who asked meanwhile, not kept.
 */
export const shareFor = <T>(ms: number, load: () => Promise<T>): (() => Promise<T>) => {
  let shared: { answer: Promise<T>; at: number } | undefined;
  return () => {
    if (shared && performance.now() - shared.at < ms) return shared.answer;
    const mine = { answer: load(), at: performance.now() };
    shared = mine;
    mine.answer.catch(() => {
      if (shared === mine) shared = undefined;
    });
    return mine.answer;
  };
};
