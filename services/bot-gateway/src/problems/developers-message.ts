import type { ToldMessage } from '../queries/problems/find-problem.js';
import type { Composed } from '../screens/compose.js';
import { problemContext, problemTitle } from '../screens/problems/problem-words.js';
import { html, lines } from '../text/html.js';
import type { Translate } from '../text/translate.js';

/** A message for the developers' chat: everything stands in it, as a group has no screens; a reply to it is an answer. */
export const developersMessage = ({ problem, side, isFirst, words }: ToldMessage, t: Translate): Composed => {
  const said = html`<blockquote>${words}</blockquote>`;
  const text =
    side === 'developers'
      ? lines(t('developers-answer', { id: problem.id }), said)
      : lines(
          problemTitle(problem, t),
          isFirst ? problemContext(problem, t) : t('news-problem-more'),
          said,
          '',
          t('developers-how'),
        );
  return { text, rows: [], attachment: null };
};
