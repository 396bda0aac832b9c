export const VERSIONS_HELP = `versions [list]
  The stored versions of the rules: which is active, which are in shadow, from where, since when.`;
