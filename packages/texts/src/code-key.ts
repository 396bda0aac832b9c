/** The text of a code of the contracts: `('refusal', 'user.not_found')` → `refusal-user-not-found`. */
export const codeKey = (kind: string, code: string): string => `${kind}-${code.replaceAll(/[._]/g, '-')}`;
