import type { TextEntity } from '../state/model.js';
import type { FormattedText } from './formatted-text.js';

/** Markup that Telegram would refuse; the message is Telegram's own text after «can't parse entities: ». */
export class HtmlError extends Error {
  override readonly name = 'HtmlError';
}

const SIMPLE_TAGS: Readonly<Record<string, TextEntity['type']>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
};

const NAMED_CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const CHARACTER_REFERENCE = /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[0-9a-f]{1,6})|(?<name>lt|gt|amp|quot));?/giy;
const START_TAG =
  /<(?<name>[a-z0-9-]+)(?<attributes>(?:\s+[a-z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[\w.-]+))?)*)\s*>/iy;
const END_TAG = /<\/(?<name>[a-z0-9-]*)\s*>/iy;
const ATTRIBUTE = /(?<name>[a-z-]+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[\w.-]+)))?/giy;
const LAST_CODE_POINT = 0x10ffff;

interface OpenTag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  start: number;
  /** Of a `pre` whose whole content is code in a named language. */
  language?: string;
}

const matchAt = (pattern: RegExp, html: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index;
  return pattern.exec(html);
};

const decodeReference = (match: RegExpExecArray): string => {
  const { decimal, hex, name } = match.groups ?? {};
  if (name !== undefined) return NAMED_CHARACTERS[name.toLowerCase()] ?? match[0];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : match[0];
};

const decodeReferences = (text: string): string =>
  text.replace(new RegExp(CHARACTER_REFERENCE, 'gi'), (whole) => {
    const match = matchAt(CHARACTER_REFERENCE, whole, 0);
    return match ? decodeReference(match) : whole;
  });

const parseAttributes = (source: string): Map<string, string> => {
  const attributes = new Map<string, string>();
  for (const { groups } of source.matchAll(new RegExp(ATTRIBUTE, 'gi'))) {
    const { name, double, single, bare } = groups ?? {};
    if (name !== undefined)
      attributes.set(name.toLowerCase(), decodeReferences(double ?? single ?? bare ?? ''));
  }
  return attributes;
};

const isKnownTag = ({ name, attributes }: Pick<OpenTag, 'name' | 'attributes'>): boolean =>
  name in SIMPLE_TAGS ||
  name === 'a' ||
  name === 'blockquote' ||
  (name === 'span' && attributes.get('class') === 'tg-spoiler');

const entityOf = (tag: OpenTag, text: string): TextEntity | null => {
  const span = { offset: tag.start, length: text.length - tag.start };
  if (span.length === 0) return null;
  const simple = SIMPLE_TAGS[tag.name];
  if (simple) return { type: simple, ...span, ...(tag.language !== undefined && { language: tag.language }) };
  if (tag.name === 'span') return { type: 'spoiler', ...span };
  if (tag.name === 'blockquote') {
    return { type: tag.attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', ...span };
  }
  const url = tag.attributes.get('href') ?? text.slice(tag.start);
  return URL.canParse(url) ? { type: 'text_link', ...span, url } : null;
};

/** `<pre><code class="language-x">` is one block with a language, not two entities. */
const languageForPre = (tag: OpenTag, parent: OpenTag | undefined): string | undefined => {
  const isWholeBlock = tag.name === 'code' && parent?.name === 'pre' && parent.start === tag.start;
  return isWholeBlock
    ? /^language-(?<language>.+)$/.exec(tag.attributes.get('class') ?? '')?.groups?.['language']
    : undefined;
};

const byteOffset = (html: string, index: number): number => Buffer.byteLength(html.slice(0, index));

/** Collects text and entities while tags open and close. */
const createBuilder = (html: string) => {
  let text = '';
  const entities: TextEntity[] = [];
  const open: OpenTag[] = [];

  return {
    add: (piece: string) => {
      text += piece;
    },
    openTag: (match: RegExpExecArray, index: number) => {
      const name = (match.groups?.['name'] ?? '').toLowerCase();
      const attributes = parseAttributes(match.groups?.['attributes'] ?? '');
      if (!isKnownTag({ name, attributes })) {
        throw new HtmlError(`Unsupported start tag "${name}" at byte offset ${byteOffset(html, index)}`);
      }
      open.push({ name, attributes, start: text.length });
    },
    closeTag: (match: RegExpExecArray, index: number) => {
      const name = (match.groups?.['name'] ?? '').toLowerCase();
      const tag = open.pop();
      const at = `at byte offset ${byteOffset(html, index)}`;
      if (!tag) throw new HtmlError(`Unexpected end tag ${at}`);
      if (name !== '' && name !== tag.name) {
        throw new HtmlError(`Unmatched end tag ${at}, expected "</${tag.name}>", found "</${name}>"`);
      }
      const parent = open.at(-1);
      const language = languageForPre(tag, parent);
      const entity = entityOf(tag, text);
      if (parent && language !== undefined) parent.language = language;
      else if (entity) entities.push(entity);
    },
    finish: (): FormattedText => {
      const unclosed = open.at(-1);
      if (unclosed) {
        throw new HtmlError(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
      }
      return { text, entities };
    },
  };
};

/**
 * Telegram's HTML style: only its tags, only `&lt; &gt; &amp; &quot;` and numeric references.
 * @throws HtmlError where Telegram answers «can't parse entities»
 */
export const parseHtml = (html: string): FormattedText => {
  const builder = createBuilder(html);
  for (let index = 0; index < html.length;) {
    const character = html.charAt(index);
    const match =
      character === '&'
        ? matchAt(CHARACTER_REFERENCE, html, index)
        : character === '<'
          ? (matchAt(END_TAG, html, index) ?? matchAt(START_TAG, html, index))
          : null;
    if (character === '<' && !match) {
      throw new HtmlError(`Unsupported start tag at byte offset ${byteOffset(html, index)}`);
    }
    if (!match) builder.add(character);
    else if (character === '&') builder.add(decodeReference(match));
    else if (match[0].startsWith('</')) builder.closeTag(match, index);
    else builder.openTag(match, index);
    index += match ? match[0].length : 1;
  }
  return builder.finish();
};
