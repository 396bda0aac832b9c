/** PostgreSQL stores neither NUL nor half of a surrogate pair, and speech recognisers emit both. */
const NUL = /\0/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const REPLACEMENT = '\u{FFFD}';
/** Finds NUL and surrogates, paired or not, in one fast scan: nearly every text has none. */
const MAY_NEED_MENDING = /[\0\uD800-\uDFFF]/;

/** The same text in a form that PostgreSQL stores: NUL is left out, a lone surrogate becomes U+FFFD. */
export const cleanText = (text: string): string =>
  MAY_NEED_MENDING.test(text) ? text.replace(NUL, '').replace(LONE_SURROGATE, REPLACEMENT) : text;
