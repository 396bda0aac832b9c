import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clip, escapeHtml, html, lines, toPlainText, trustedHtml } from '../src/text/html.js';
import { strictTexts } from './support/texts.js';

const anyText = fc.string({ unit: fc.constantFrom('а', '<', '>', '&', '"', 'b', '/', ' ', ';', '\n') });

test('words of others reach people as they are, never as markup', () => {
  fc.assert(
    fc.property(anyText, (words) => {
      expect(toPlainText(html`<b>${words}</b>`)).toBe(words);
      expect(html`${words}`.html).not.toMatch(/[<>]/);
    }),
  );
});

test('a name cannot turn the rest of a line round', () => {
  expect(html`${'Анна\u202Eшалом\u2066'}: 12`.html).toBe('Аннашалом: 12');
});

test('a name in a text of ours is escaped', () => {
  const t = strictTexts.in('ru');
  expect(t('menu-title', { name: '<a href="x">Анна</a>', role: t('role', { role: 'admin' }) }).html).toBe(
    '<b>&lt;a href=&quot;x&quot;&gt;Анна&lt;/a&gt;</b> · Администратор',
  );
});

test('a long text is cut at a line, says so and leaves no tag open', () => {
  const text = lines(
    trustedHtml('<b>Почему</b>'),
    trustedHtml(`<blockquote>${'слово '.repeat(20)}`),
    trustedHtml(`${'ещё '.repeat(30)}</blockquote>`),
  );
  const note = trustedHtml('… дальше не поместилось');
  const cut = clip(text, 160, note);
  expect(cut.html).toBe(
    `<b>Почему</b>\n<blockquote>${'слово '.repeat(20).trimEnd()}</blockquote>\n${note.html}`,
  );
  expect(clip(text, 1_000, note)).toBe(text);
});

test('a cut text always fits, whatever it holds', () => {
  const note = trustedHtml('…');
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 12 }), fc.integer({ min: 10, max: 60 }), (words, limit) => {
      const cut = clip(lines(...words.map((word) => trustedHtml(escapeHtml(word)))), limit, note);
      expect(toPlainText(cut).length).toBeLessThanOrEqual(limit);
    }),
  );
});
