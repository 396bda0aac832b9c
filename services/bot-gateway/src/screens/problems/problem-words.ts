import { codeKey } from '@perezvon/texts';
import type { Problem, ProblemLine } from '../../queries/problems/find-problem.js';
import { html, lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { chapterOf } from '../help/help-chapters.js';

type Head = Omit<Problem, 'lines'>;

/** «🆘 Проблема №12», «🎫 Тикет №13». */
export const problemTitle = ({ kind, id }: Pick<Head, 'kind' | 'id'>, t: Translate): Html =>
  t('problem-title', { kind, id });

/** What a developer needs beside the words: who (no name: the chat may be shared), where, and what to look for in the logs. */
export const problemContext = ({ role, authorId, screen, traceId, version }: Head, t: Translate): Html => {
  const chapter = screen === null ? null : chapterOf(screen);
  return lines(
    t('problem-who', { role: t('role', { role: role ?? 'none' }), id: authorId }),
    screen === null
      ? null
      : t('problem-where', { screen, chapter: chapter ? t(codeKey('help-button', chapter)) : '—' }),
    t('problem-trace', { trace: traceId, version }),
  );
};

/** Telegram's message holds 4,096 characters: this much of it is the conversation. */
const MAX_CONVERSATION = 3_000;

/** The newest lines that fit, the oldest of them first, and how many older ones are left out. */
export const newestThatFit = (
  all: readonly ProblemLine[],
  maxLength: number = MAX_CONVERSATION,
): { shown: readonly ProblemLine[]; left: number } => {
  let room = maxLength;
  const start = all.findLastIndex(({ words }) => {
    room -= words.length;
    return room < 0;
  });
  // The newest is shown whatever its length.
  const from = Math.min(start + 1, Math.max(all.length - 1, 0));
  return { shown: all.slice(from), left: from };
};

interface Reader {
  t: Translate;
  moment: (at: Date) => string;
  /** The author calls himself «Вы». */
  isAuthor: boolean;
}

/** What was said, the oldest first. */
export const conversation = (said: readonly ProblemLine[], { t, moment, isAuthor }: Reader): Html => {
  const { shown, left } = newestThatFit(said);
  const who = ({ side }: ProblemLine) => (side === 'author' && isAuthor ? 'you' : side);
  return lines(
    left === 0 ? null : t('problem-left-out', { count: left }),
    shown.map((line) =>
      lines(
        t('problem-said', { who: who(line), at: moment(line.at) }),
        html`<blockquote>${line.words}</blockquote>`,
      ),
    ),
  );
};
