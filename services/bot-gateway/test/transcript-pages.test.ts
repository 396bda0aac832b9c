import type { Evidence, Turn } from '@perezvon/contracts';
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { drawTranscript } from '../src/screens/calls/transcript.js';
import { transcriptPlace } from '../src/screens/places/calls.js';
import { transcriptPages } from '../src/screens/calls/transcript-pages.js';
import { compose } from '../src/screens/compose.js';
import { menuPlace } from '../src/screens/places/root.js';
import { cutWords } from '../src/text/cut-words.js';
import { toPlainText } from '../src/text/html.js';
import { aPerson } from './support/people.js';
import { strictTexts } from './support/texts.js';

const READER = { role: 'superadmin' } as const;
const MAX_MESSAGE = 4096;

const evidenceOf = (turn: number, quote: string): Evidence => ({
  metric: 'complaint_risk_flag',
  turn,
  t: null,
  quote,
  rule: 'complaint.wait',
  weight: 10,
});

/** One page of a transcript as the bot would send it. */
const drawPage = (turns: readonly Turn[] | null, evidence: readonly Evidence[] = [], page = 0) => {
  const person = aPerson({ role: 'superadmin' });
  const t = strictTexts.in('ru');
  const drawing = drawTranscript(
    { historyId: 500_123, callDate: new Date(0), isSilent: false, turns, evidence },
    { t, person, moment: () => '01.01 03:00', params: { page } },
  );
  const trail = [menuPlace.address({}), transcriptPlace.address({ historyId: 500_123, page })];
  const { text } = compose(drawing, { person, t, trail, notice: null });
  return { html: text.html, text: toPlainText(text) };
};

const drawPages = (turns: readonly Turn[], evidence: readonly Evidence[] = []) =>
  transcriptPages(turns, evidence, READER).map((_, page) => drawPage(turns, evidence, page));

describe('a transcript as it is sent', () => {
  test('what people say is never markup', () => {
    const said = 'пишите <b>жирно</b>, snake_case & «ёлки» 😀 </b>';
    const [page] = drawPages([{ t: 1, speaker: 'client', text: said }]);
    expect(page?.html).toContain('&lt;b&gt;жирно&lt;/b&gt;, snake_case &amp; «ёлки» 😀 &lt;/b&gt;');
    expect(page?.text).toContain(said);
  });

  test('a quote with markup characters is marked where it stands', () => {
    const [page] = drawPages([{ t: 1, speaker: 'client', text: 'а <b> б' }], [evidenceOf(0, '<b>')]);
    expect(page?.html).toContain('а <u><b>&lt;b&gt;</b></u> б');
  });

  test('one turn of ten thousand characters becomes pages, and nothing of it is lost', () => {
    const said = 'слово '.repeat(1_667).trim();
    const pages = drawPages([{ t: 0, speaker: 'client', text: said }]);
    expect(pages.length).toBeGreaterThan(3);
    for (const { text } of pages) {
      expect(text.length).toBeLessThan(MAX_MESSAGE);
      expect(text).not.toContain('не поместилось');
    }
    expect(
      pages
        .map(({ text }) => text)
        .join(' ')
        .match(/слово/g),
    ).toHaveLength(1_667);
  });

  test('no transcript, an empty one and a page that is no more are told, not drawn as nothing', () => {
    expect(drawPage(null).text).toContain('Расшифровки ещё нет');
    expect(drawPage([]).text).toContain('Расшифровка пустая');
    expect(drawPage([{ t: 0, speaker: 'client', text: 'алло' }], [], 7).text).toContain('0:00 Клиент: алло');
  });
});

/** Up to some thousand characters from few choices: a failure is found and made small quickly. */
const someWords = fc
  .tuple(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.nat(300))
  .map(([piece, times]) => piece.repeat(times));
const someTurn = fc.record({
  t: fc.option(fc.nat(3_600), { nil: null }),
  speaker: fc.constantFrom('operator' as const, 'client' as const, 'system' as const),
  text: someWords,
});

test('whoever may read everything reads every character once, in order, on pages that fit', () => {
  fc.assert(
    fc.property(fc.array(someTurn, { maxLength: 12 }), fc.nat(4_000), (turns, from) => {
      const quote = turns[0]?.text.slice(from, from + 20) ?? '';
      const evidence = quote === '' ? [] : [evidenceOf(0, quote)];
      const pages = transcriptPages(turns, evidence, READER);
      const read = turns.map(() => '');
      for (const { turn, segments } of pages.flat())
        read[turn] = (read[turn] ?? '') + segments.map(({ text }) => text).join('');
      expect(read).toEqual(turns.map(({ text }) => text));
      for (const page of pages)
        expect(
          page.flatMap(({ segments }) => segments).reduce((sum, { text }) => sum + text.length, 0),
        ).toBeLessThan(3_000);
    }),
  );
});

describe('words cut to fit', () => {
  test('short ones stay, long ones end at a word', () => {
    expect(cutWords('обещали перезвонить', 70)).toBe('обещали перезвонить');
    expect(cutWords('обещали перезвонить и не перезвонили', 22)).toBe('обещали перезвонить и…');
  });

  test('never longer than asked, never half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 2, max: 100 }),
        (text, max) => {
          const cut = cutWords(text, max);
          expect(cut.length).toBeLessThanOrEqual(max);
          expect(cut).not.toMatch(/[\uD800-\uDBFF]…$/);
        },
      ),
    );
  });
});

test('a surname that was asked for is hidden below superadmin, and where it is said again', () => {
  const turns: Turn[] = [
    { t: 0, speaker: 'operator', text: 'фамилию подскажите' },
    { t: 2, speaker: 'client', text: 'Крутикова' },
    { t: 4, speaker: 'operator', text: 'Крутикова, вижу запись' },
  ];
  const words = (role: 'admin' | 'superadmin'): string[] =>
    transcriptPages(turns, [], { role })
      .flat()
      .map(({ segments }) => segments.map(({ text }) => text).join(''));

  expect(words('admin')).toEqual(['фамилию подскажите', '•••', '•••, вижу запись']);
  expect(words('superadmin')).toEqual(turns.map(({ text }) => text));
});
