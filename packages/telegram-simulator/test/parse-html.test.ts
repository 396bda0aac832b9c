import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { detectEntities } from '../src/text/detect-entities.js';
import { trimFormatted } from '../src/text/formatted-text.js';
import { HtmlError, parseHtml } from '../src/text/parse-html.js';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

test('escaped text comes out as it was, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(parseHtml(escape(text))).toEqual({ text, entities: [] });
    }),
  );
});

const TAGS = ['b', 'i', 'u', 's', 'code', 'blockquote', 'tg-spoiler'];
const markup = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme', maxLength: 5 }).map(escape),
    fc
      .tuple(fc.constantFrom(...TAGS), tie('node'), tie('node'))
      .map(([tag, a, b]) => `<${tag}>${a}</${tag}>${b}`),
  ),
}));

test('entities of well-formed markup lie inside the text, also after trimming', () => {
  fc.assert(
    fc.property(markup.node, (html) => {
      const parsed = parseHtml(html);
      for (const { text, entities } of [parsed, trimFormatted(detectEntities(parsed))]) {
        for (const { offset, length } of entities) {
          expect(length).toBeGreaterThan(0);
          expect(offset + length).toBeLessThanOrEqual(text.length);
        }
      }
    }),
  );
});

test.each([
  [
    '<b>Да <i>и</i></b>',
    [
      { type: 'italic', offset: 3, length: 1 },
      { type: 'bold', offset: 0, length: 4 },
    ],
  ],
  [
    '<a href="https://example.org/?a=1&amp;b=2">сюда</a>',
    [{ type: 'text_link', offset: 0, length: 4, url: 'https://example.org/?a=1&b=2' }],
  ],
  ['<span class="tg-spoiler">тайна</span>', [{ type: 'spoiler', offset: 0, length: 5 }]],
  [
    '<pre><code class="language-sql">SELECT 1</code></pre>',
    [{ type: 'pre', offset: 0, length: 8, language: 'sql' }],
  ],
  ['<blockquote expandable>цитата</blockquote>', [{ type: 'expandable_blockquote', offset: 0, length: 6 }]],
  ['👍 <b>да</b>', [{ type: 'bold', offset: 3, length: 2 }]],
])('%s', (html, entities) => {
  expect(parseHtml(html).entities).toEqual(entities);
});

test.each([
  ['1 < 2', 'Unsupported start tag at byte offset 2'],
  ['<div>да</div>', 'Unsupported start tag "div" at byte offset 0'],
  ['<span>да</span>', 'Unsupported start tag "span" at byte offset 0'],
  ['да</b>', 'Unexpected end tag at byte offset 4'],
  ['<b><i>да</b></i>', 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'],
])('%s is refused', (html, message) => {
  expect(() => parseHtml(html)).toThrow(new HtmlError(message));
});

test('commands, links, mentions and words with # become clickable; numbers with # and code do not', () => {
  const source = parseHtml(
    '/call 500123 см. #500123 #жалоба @anna_o https://example.org/a. <code>/menu</code> и/или',
  );

  const { text, entities } = detectEntities(source);

  expect(entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)])).toEqual([
    ['bot_command', '/call'],
    ['hashtag', '#жалоба'],
    ['mention', '@anna_o'],
    ['url', 'https://example.org/a'],
    ['code', '/menu'],
  ]);
});
