import type { CallCard } from '../../queries/calls/find-call-card.js';
import type { Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import type { RenderTools } from '../define-screen.js';
import { promisePlace } from '../places/promises.js';
import { isUndecided, promiseLine } from './promise-words.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'timezone' | 'now'>;

/** What the operator promised in a call, and what came of it; null: nothing. */
export const callPromiseLine = ({ promise }: CallCard, tools: Tools): Html | null =>
  promise === null ? null : promiseLine(promise, tools);

/** The way to a promise about which somebody has to decide. */
export const callPromiseButtons = ({ historyId, promise }: CallCard, { t }: Tools): Button[] =>
  promise === null || !isUndecided(promise) ? [] : [promisePlace.link(t('button-promise'), { historyId })];
