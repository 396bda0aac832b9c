/**
 * Text that may go to Telegram with `parse_mode: HTML`. Only this file makes it from plain strings, and it escapes
 * them: what a client said or what somebody calls himself cannot break a message or add a link.
 */
export interface Html {
  readonly html: string;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const UNESCAPES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const TAG = /<(\/?)([a-z][a-z0-9-]*)[^<>]*>/g;

/** Marks that turn the direction of whatever follows: a name with one would mirror the rest of our line. */
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/g;

/** Plain text as it has to stand in HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(DIRECTION_MARKS, '').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** Markup that we wrote ourselves (the Fluent files); never data. */
export const trustedHtml = (html: string): Html => ({ html });

const htmlOf = (value: Html | string | number): string =>
  typeof value === 'object' ? value.html : escapeHtml(String(value));

/** Template tag: our own markup around values; strings among them are escaped. */
export const html = (
  strings: TemplateStringsArray,
  ...values: readonly (Html | string | number)[]
): Html => ({
  html: strings.reduce((text, part, index) => {
    const value = values[index - 1];
    return value === undefined ? text + part : text + htmlOf(value) + part;
  }),
});

/** One below the other; null leaves its line out, '' is an empty line. */
export const lines = (...parts: readonly (Html | '' | null | readonly Html[])[]): Html => ({
  html: parts
    .flat()
    .filter((part) => part !== null)
    .map((part) => (part === '' ? '' : part.html))
    .join('\n'),
});

/** One after the other, with the separator between them. */
export const join = (parts: readonly Html[], separator: string): Html =>
  parts.reduce((all, part, index) => (index === 0 ? part : html`${all}${separator}${part}`), html``);

/** The same words without markup: for buttons, toasts and counting. */
export const toPlainText = ({ html: text }: Html): string =>
  text.replace(TAG, '').replace(/&(amp|lt|gt|quot);/g, (entity, name: string) => UNESCAPES[name] ?? entity);

/** End tags for what a cut left open, innermost first. */
const closingTags = (text: string): string => {
  const open: string[] = [];
  for (const [, slash, name] of text.matchAll(TAG)) {
    if (name === undefined) continue;
    if (slash === '/') open.splice(open.lastIndexOf(name), 1);
    else open.push(name);
  }
  return open
    .reverse()
    .map((name) => `</${name}>`)
    .join('');
};

/**
 * Cuts at the end of a line so that the text and `note` below it fit.
 * @param maxLength in the UTF-16 units that people see: Telegram counts after parsing
 */
export const clip = (text: Html, maxLength: number, note: Html): Html => {
  if (toPlainText(text).length <= maxLength) return text;
  const room = maxLength - toPlainText(note).length - 1;
  let kept = '';
  let length = 0;
  for (const line of text.html.split('\n')) {
    const lineLength = toPlainText({ html: line }).length + 1;
    if (length + lineLength > room) break;
    kept += `${line}\n`;
    length += lineLength;
  }
  // One line longer than everything: its words without markup.
  if (kept === '') kept = `${escapeHtml(toPlainText(text).slice(0, room - 1))}…\n`;
  return { html: `${kept.trimEnd()}${closingTags(kept)}\n${note.html}` };
};
