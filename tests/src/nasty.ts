/**
 * Everything that markup, Fluent and Telegram could take for their own, between brackets that nobody else uses: where
 * one opens, exactly this has to follow.
 */
export const NASTY = '⟦<b>&amp;"_*`{$x}⟧';
/** A family of one glyph and many code points, and a mark that turns the line round. */
const ODD = '👩‍👩‍👧 \u202Eשלום';

export const nasty = (text: string): string => `${text} ${NASTY}`;

const LONG_TURN_CHARACTERS = 10_000;
const MANY_TURNS = 120;

interface Turn {
  t: number;
  speaker: 'operator' | 'client';
  text: string;
}

/** A complaint in the middle of everything that a transcript may hold. */
export const nastyTalk = (): Turn[] => {
  const complaint = `Вы ${NASTY} обещали перезвонить ещё вчера ${ODD}, никто не перезвонил, я напишу жалобу главному врачу.`;
  const long = nasty('это длинная история про очередь')
    .repeat(LONG_TURN_CHARACTERS)
    .slice(0, LONG_TURN_CHARACTERS);
  const texts = [`Клиника «Образец», ${NASTY}, здравствуйте.`, complaint, 'Приношу извинения.', long];
  const rest = Array.from({ length: MANY_TURNS }, (_, index) => nasty(`Да, повторяю в ${index + 1} раз`));
  return [...texts, ...rest].map((text, index) => ({
    t: index * 5,
    speaker: index % 2 === 0 ? 'operator' : 'client',
    text,
  }));
};

/** What is shown of nasty data and was not spoilt on the way: whole, or cut at its end. */
const WHOLE = new RegExp(NASTY.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'gu');
const isCutHere = (rest: string): boolean => {
  const [shown = ''] = rest.split(/[…»]/u, 1);
  return rest !== shown && NASTY.startsWith(shown);
};

/** Quotes begin and end with a word, and words are cut out of longer texts: then the data's end stands alone. */
const isCutBefore = (shown: string): boolean => NASTY.endsWith(shown);

/** The text without nasty data, and where it was spoilt. */
export const withoutNasty = (text: string): { text: string; spoilt: string[] } => {
  const spoilt: string[] = [];
  const clean = text
    .replaceAll(WHOLE, '')
    .replaceAll(/⟦[^\n⟧]*/gu, (found) => {
      if (!isCutHere(found)) spoilt.push(found.slice(0, NASTY.length + 1));
      return '';
    })
    .replaceAll(/[^\s«…]*⟧/gu, (found) => {
      if (!isCutBefore(found)) spoilt.push(found);
      return '';
    });
  return { text: clean, spoilt };
};
