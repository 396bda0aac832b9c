import type { CallbackPromise } from '@perezvon/contracts';
import { DateTime } from 'luxon';
import { loadRuleset, scoreCall } from '../src/index.js';
import { givenCall, MOSCOW, talk } from './given.js';

const ruleset = loadRuleset();

/** A talk on Tuesday, 3 February 2026, 11:20, that ends with these turns. */
export const promiseIn = (...lines: string[]): CallbackPromise | null =>
  scoreCall(
    givenCall(
      talk(
        'o: Клиника «Сосна», Анна, здравствуйте.',
        'c: Здравствуйте, у меня вопрос по лечению, доктор просил уточнить.',
        ...lines,
      ),
    ),
    ruleset,
    MOSCOW,
  ).promise;

/** When it has to be kept, as `04.02 20:00`; with `day` where no time was said. */
export const due = (promise: CallbackPromise | null): string | null =>
  promise &&
  `${DateTime.fromISO(promise.due_at, { zone: MOSCOW.timezone }).toFormat('dd.MM HH:mm')}${promise.is_time_said ? '' : ' day'}`;
