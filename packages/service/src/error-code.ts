/** The `code` of an error (`ENOENT`, `P2002`, …); undefined when it has none. Holds for errors of any realm. */
export const codeOf = (error: unknown): string | number | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  const { code } = error;
  return typeof code === 'string' || typeof code === 'number' ? code : undefined;
};
