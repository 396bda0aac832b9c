import { MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import type { CardPromise } from '../../queries/promises/find-promise.js';
import type { PromiseNumbers } from '../../queries/promises/promise-numbers.js';
import { dayWords } from '../../text/clock-words.js';
import { lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { RenderTools } from '../define-screen.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'timezone' | 'now'>;

/** «до 24.11 12:00»; «до конца дня 24.11», where no time was said. */
export const untilWords = (
  { dueAt, isTimeSaid }: Pick<CardPromise, 'dueAt' | 'isTimeSaid'>,
  { t, moment, timezone }: Omit<Tools, 'now'>,
): Html =>
  isTimeSaid
    ? t('promise-until', { at: moment(dueAt) })
    : t('promise-until-evening', { day: dayWords(dueAt, timezone) });

/** How a promise stands, by the calls alone. */
const standingOf = ({ state, answer, dueAt }: CardPromise, now: Date): string => {
  if (state === 'kept') return answer?.isTalk === true ? 'talked' : 'tried';
  if (state === 'broken') return answer === null ? 'broken' : 'late';
  if (state === 'unverifiable') return 'unverifiable';
  return dueAt < now ? 'overdue' : 'waiting';
};

/** «🤝 Обещали перезвонить до 24.11 12:00 — перезвонили 24.11 11:40» */
export const promiseLine = (promise: CardPromise, tools: Tools): Html => {
  const { t, moment, now } = tools;
  const { answer } = promise;
  return t('promise-line', {
    until: untilWords(promise, tools),
    standing: standingOf(promise, now),
    at: answer === null ? '' : moment(answer.callDate),
    call: answer === null ? 0 : answer.historyId,
  });
};

/** Whether somebody still has to decide what becomes of it. */
export const isUndecided = ({ answer, assignmentId, dismissedAt }: CardPromise): boolean =>
  answer === null && assignmentId === null && dismissedAt === null;

const PERCENT = 100;

/** What an operator promised and kept; [] when he promised nothing. A share only where enough stands behind it. */
export const promiseNumberLines = (numbers: PromiseNumbers, t: Translate): Html[] => {
  const { kept, broken, talked, late, open, unverifiable } = numbers;
  const base = kept + broken;
  if (base + open + unverifiable === 0) return [];
  const share = base < MIN_CALLS_TO_COMPARE ? 'small' : String(Math.round((kept / base) * PERCENT));
  return [
    lines(
      t('work-promises', { kept, base, share, min: MIN_CALLS_TO_COMPARE }),
      base === 0 ? null : t('work-promises-more', { talked, late }),
      open + unverifiable === 0 ? null : t('work-promises-rest', { open, unverifiable }),
    ),
  ];
};
