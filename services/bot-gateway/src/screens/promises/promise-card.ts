import { addOpenMinutes, type Clinic } from '@perezvon/clinic-hours';
import { promiseDismiss } from '@perezvon/contracts';
import { findClinic, type DbClient } from '@perezvon/db';
import { fromDueMinute, toDueMinute } from '../../domain/due-presets.js';
import { nameOf, type PersonName } from '../../people/person.js';
import { findOperatorUser } from '../../queries/people/find-operator.js';
import { findPromise, type CardPromise } from '../../queries/promises/find-promise.js';
import { html, lines, type Html } from '../../text/html.js';
import { visibleWords } from '../../text/visible-words.js';
import { defineAction } from '../define-action.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { assignConfirmPlace, assignOwnerPlace } from '../places/assignments.js';
import { listenPlace } from '../places/calls.js';
import { promisePlace, promisesPlace } from '../places/promises.js';
import { assignmentCardPlace, callCardPlace } from '../places/work.js';
import { isUndecided, promiseLine } from './promise-words.js';

type Tools = Pick<
  RenderTools<{ historyId: number }>,
  't' | 'moment' | 'timezone' | 'now' | 'person' | 'params'
>;

/** A promise whose time is over, or almost, is to be made good within an hour of the clinic's time. */
const OVERDUE_MINUTES = 60;

/** «🙅 Не нужно» */
export const dismissPromise = defineAction({
  id: 'prom-no',
  params: promisePlace.params,
  intent: promiseDismiss,
  payload: (params) => params,
  leadsTo: () => promisesPlace.address({ page: 0 }),
});

interface Promised {
  promise: CardPromise;
  /** Who promised, where he has access; the callback is his. */
  promiser: (PersonName & { id: number }) | null;
  clinic: Clinic;
}

const loadPromised = async (
  { db, timezone }: { db: DbClient; timezone: string },
  historyId: number,
): Promise<Promised | null> => {
  const promise = await findPromise(db, historyId);
  if (promise === null) return null;
  const { operator } = promise;
  const [promiser, clinic] = await Promise.all([
    operator === null ? null : findOperatorUser(db, operator),
    findClinic(db, timezone),
  ]);
  return { promise, promiser, clinic };
};

/** The promised moment, or an hour from now where it has passed. */
const dueOf = ({ promise, clinic }: Promised, now: Date): number => {
  const promised = toDueMinute(promise.dueAt);
  return promised > toDueMinute(now) ? promised : toDueMinute(addOpenMinutes(now, OVERDUE_MINUTES, clinic));
};

/** One tap gives it to who promised, until then; somebody without access can be given nothing. */
const assignButton = (promised: Promised, { t, moment, now, params }: Tools): Button => {
  const { promiser } = promised;
  const work = { historyId: params.historyId, kind: 'callback' } as const;
  if (promiser === null) return assignOwnerPlace.link(t('button-promise-assign'), { ...work, page: 0 });
  const due = dueOf(promised, now);
  return assignConfirmPlace.link(
    t('button-promise-assign-to', { name: nameOf(promiser), due: moment(fromDueMinute(due)) }),
    { ...work, ownerId: promiser.id, due },
  );
};

const promiserWords = ({ promise, promiser }: Promised): Html =>
  promiser === null ? html`${promise.operator ?? '—'}` : html`${nameOf(promiser)}`;

const decisionRows = (promised: Promised, tools: Tools): Button[][] => {
  const { t, params } = tools;
  const { promise } = promised;
  if (promise.assignmentId !== null)
    return [
      [assignmentCardPlace.link(t('button-promise-assignment'), { assignmentId: promise.assignmentId })],
    ];
  if (!isUndecided(promise)) return [];
  return [[assignButton(promised, tools)], [dismissPromise.button(t('button-promise-dismiss'), params)]];
};

/** One promise: what was said, until when, what came of it. */
export const promiseCard = defineScreen({
  ...promisePlace,
  load: (tools, { historyId }) => loadPromised(tools, historyId),
  render: (promised, tools) => {
    const { t, moment, person, params } = tools;
    const { promise } = promised;
    const { historyId } = params;
    return {
      text: lines(
        t('promise-title', { call: historyId, at: moment(promise.callDate) }),
        t('promise-by', { name: promiserWords(promised) }),
        promise.quote === null
          ? null
          : t('promise-quote', { words: visibleWords(promise.quote, person, 'operator') }),
        '',
        promiseLine(promise, tools),
        promise.dismissedAt === null ? null : t('promise-dismissed', { at: moment(promise.dismissedAt) }),
      ),
      rows: [
        ...decisionRows(promised, tools),
        [
          listenPlace.link(t('button-listen'), { historyId }),
          callCardPlace.link(t('button-promise-call', { call: historyId }), { historyId }),
        ],
      ],
    };
  },
});
