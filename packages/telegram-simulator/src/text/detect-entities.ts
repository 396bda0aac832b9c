import type { TextEntity } from '../state/model.js';
import type { FormattedText } from './formatted-text.js';

/** What Telegram makes clickable by itself; a narrower reading than its own, wide enough for a bot's texts. */
const DETECTED: readonly { type: TextEntity['type']; pattern: RegExp }[] = [
  { type: 'url', pattern: /https?:\/\/[^\s<>«»"]*[^\s<>«»".,;:!?)\]]/giu },
  {
    type: 'bot_command',
    pattern: /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@\w{4,32})?(?![\p{L}\p{N}_/])/giu,
  },
  { type: 'mention', pattern: /(?<![\p{L}\p{N}_@])@[a-z0-9_]{4,32}(?![\p{L}\p{N}_])/giu },
  // A number alone (#500123) is no hashtag.
  { type: 'hashtag', pattern: /(?<![\p{L}\p{N}_#])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}/gu },
];

/** Inside these a link stays plain text. */
const OPAQUE: ReadonlySet<TextEntity['type']> = new Set(['code', 'pre', 'text_link']);

const overlaps = (a: TextEntity, b: TextEntity): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;

/** Adds commands, links, mentions and hashtags to what the sender formatted. */
export const detectEntities = ({ text, entities }: FormattedText): FormattedText => {
  const taken = entities.filter(({ type }) => OPAQUE.has(type));
  const found: TextEntity[] = [];
  for (const { type, pattern } of DETECTED) {
    for (const match of text.matchAll(pattern)) {
      const entity: TextEntity = { type, offset: match.index, length: match[0].length };
      if (![...taken, ...found].some((other) => overlaps(entity, other))) found.push(entity);
    }
  }
  return {
    text,
    entities: [...entities, ...found].sort((a, b) => a.offset - b.offset || b.length - a.length),
  };
};
