/** PostgreSQL stores neither NUL nor half of a surrogate pair, and speech recognisers emit both. */
const NUL = /\0/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const REPLACEMENT = '\u{FFFD}';

/** The same text in a form that PostgreSQL stores: NUL is left out, a lone surrogate becomes U+FFFD. */
export const cleanText = (text: string): string => text.replace(NUL, '').replace(LONE_SURROGATE, REPLACEMENT);
