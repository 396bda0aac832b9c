import { assignmentCreateMany, BATCH_LIMIT, BatchKind } from '@perezvon/contracts';
import type { Clinic } from '@perezvon/clinic-hours';
import { findClinic, withTransaction } from '@perezvon/db';
import { periodEnding, type ListFilter } from '@perezvon/db/calls';
import { codeKey } from '@perezvon/texts';
import { clinicDay } from '../../domain/clinic-day.js';
import { duePresets, fromDueMinute } from '../../domain/due-presets.js';
import { nameOf, type PersonName } from '../../people/person.js';
import { listAssignablePeople } from '../../queries/assignments/list-assignable-people.js';
import { listGivenCalls } from '../../queries/assignments/list-given-calls.js';
import { listCalls } from '../../queries/calls/list-calls.js';
import { findOperatorByKey } from '../../queries/people/list-operators.js';
import { findPersonName } from '../../queries/people/find-person-name.js';
import { findCallSelection, insertCallSelection } from '../../store/call-selections.js';
import { html, join, lines, type Html } from '../../text/html.js';
import { filterWords } from '../calls/list-filter-words.js';
import { defineAction } from '../define-action.js';
import { defineScreen, type LoadTools, type RenderTools } from '../define-screen.js';
import { inRows } from '../in-rows.js';
import {
  assignmentsPlace,
  batchConfirmPlace,
  batchDatePlace,
  batchDuePlace,
  batchOwnerPlace,
  batchPlace,
  type Batch,
} from '../places/assignments.js';
import { callListPlace } from '../places/calls.js';
import { answerTypedDue, dueLine, dueRows, lastStepRows } from './due-choice.js';
import { PEOPLE_PAGE_SIZE, peopleRows, suggestionLine } from './people-rows.js';

/** How many calls are one tap away: what one person does in an hour, in half a day, in a day, and all that is allowed. */
const COUNTS = [5, 10, 20, BATCH_LIMIT] as const;
const COUNTS_A_ROW = 2;

interface Chosen {
  selectionId: number;
  /** At most `BATCH_LIMIT`, in the order of the list. */
  historyIds: readonly number[];
  /** How many of them somebody already has work of this kind about. */
  taken: number;
  operator: ListFilter['operator'];
}

/** The counts to choose from: those that the list has, and all of it. */
const countsOf = (length: number): number[] => [
  ...COUNTS.filter((count) => count < length),
  ...(length > 0 ? [length] : []),
];

/**
 * «👥 Назначить списком»: how many, of the list as it stood before the person. The calls are kept with every drawing,
 * so that those are given that he saw, whatever moves in the list while he chooses.
 */
export const batch = defineScreen({
  ...batchPlace,
  load: async ({ db, now, timezone, person }, { kind, ...choice }): Promise<Chosen | null> => {
    const { list, days } = choice;
    const operator = choice.operator === undefined ? null : await findOperatorByKey(db, choice.operator);
    if (choice.operator !== undefined && operator === null) return null;
    const period = periodEnding(now(), days, timezone);
    const page = await listCalls(db, { ...choice, list, period, operator, from: null, limit: BATCH_LIMIT });
    const historyIds = page.rows.map(({ historyId }) => historyId);
    const selection = { historyIds, userId: person.id, now: now() };
    const selectionId = await withTransaction(db, (tx) => insertCallSelection(tx, selection));
    return {
      selectionId,
      historyIds,
      taken: (await listGivenCalls(db, { historyIds, kind })).size,
      operator,
    };
  },
  render: ({ selectionId, historyIds, taken, operator }, { t, params }) => {
    const { kind, ...choice } = params;
    const { list, days } = choice;
    const { length } = historyIds;
    return {
      text: lines(
        t('batch-title'),
        t('batch-list', { list, days }),
        filterWords(choice, operator, t),
        '',
        t(length === 0 ? 'batch-none' : 'batch-question', { kind: t(codeKey('kind', kind)) }),
        taken === 0 ? null : t('batch-taken', { count: taken, kind: t(codeKey('kind', kind)) }),
      ),
      rows: [
        ...inRows(
          COUNTS_A_ROW,
          countsOf(length).map((count) =>
            batchOwnerPlace.link(t('batch-count', { count, all: String(count === length) }), {
              selectionId,
              count,
              kind,
              page: 0,
            }),
          ),
        ),
        BatchKind.options.map((other) =>
          batchPlace.link(t('batch-kind', { kind: t(codeKey('kind', other)), on: String(other === kind) }), {
            ...params,
            kind: other,
          }),
        ),
        [callListPlace.link(t('button-cancel'), { ...choice, direction: 'on' })],
      ],
    };
  },
});

/** What is about to be given. */
interface BatchFacts {
  historyIds: readonly number[];
  taken: number;
}

/** The calls of a step; null: the choice is forgotten by now. */
const loadBatch = async (
  { db, person, now }: Pick<LoadTools, 'db' | 'person' | 'now'>,
  { selectionId, count, kind }: Batch,
): Promise<BatchFacts | null> => {
  const chosen = await findCallSelection(db, { id: selectionId, userId: person.id, now: now() });
  if (chosen === null) return null;
  const historyIds = chosen.slice(0, count);
  return { historyIds, taken: (await listGivenCalls(db, { historyIds, kind })).size };
};

const loadOwnedBatch = async (
  tools: LoadTools,
  params: Batch & { ownerId: number },
): Promise<(BatchFacts & { owner: PersonName; clinic: Clinic }) | null> => {
  const facts = await loadBatch(tools, params);
  const owner = await findPersonName(tools.db, params.ownerId);
  return facts && owner && { ...facts, owner, clinic: await findClinic(tools.db, tools.timezone) };
};

/** Calls that are named one by one; of more only the beginning is. */
const NAMED = 6;

const namedCalls = (historyIds: readonly number[], t: RenderTools<unknown>['t']): Html => {
  const named = join(
    historyIds.slice(0, NAMED).map((id) => html`#${id}`),
    ', ',
  );
  const more = historyIds.length - NAMED;
  return more > 0 ? t('batch-calls-more', { calls: named, count: more }) : named;
};

const batchLines = (
  { historyIds, taken }: BatchFacts,
  { t, params }: Pick<RenderTools<Batch>, 't' | 'params'>,
  owner: PersonName | null = null,
): Html => {
  const kind = t(codeKey('kind', params.kind));
  return lines(
    t('batch-chosen', { count: historyIds.length }),
    namedCalls(historyIds, t),
    taken === 0 ? null : t('batch-taken', { count: taken, kind }),
    owner === null ? t('assign-kind-chosen', { kind }) : t('assign-choice', { kind, owner: nameOf(owner) }),
  );
};

/** «👥 Назначить списком»: who does it. */
export const batchOwner = defineScreen({
  ...batchOwnerPlace,
  load: async (tools, params) => {
    const facts = await loadBatch(tools, params);
    if (!facts) return null;
    const { db, now, timezone } = tools;
    const { kind, page } = params;
    const today = clinicDay(now(), timezone).toJSDate();
    const query = { historyId: null, kind, today, page, size: PEOPLE_PAGE_SIZE };
    return { facts, found: await listAssignablePeople(db, query) };
  },
  render: ({ facts, found }, tools) => {
    const { t, params } = tools;
    const { page: _page, ...chosen } = params;
    return {
      text: lines(batchLines(facts, tools), '', t('assign-owner-question'), suggestionLine(found, t)),
      rows: peopleRows(
        found,
        t,
        (label, { id }) => batchDuePlace.link(label, { ...chosen, ownerId: id }),
        (label, page) => batchOwnerPlace.link(label, { ...chosen, page }),
      ),
    };
  },
});

/** Until when, one deadline for all. */
export const batchDue = defineScreen({
  ...batchDuePlace,
  load: loadOwnedBatch,
  render: (facts, tools) => {
    const { t, params, now } = tools;
    return {
      text: lines(batchLines(facts, tools, facts.owner), '', t('due-question')),
      rows: [
        ...dueRows(duePresets(now, facts.clinic), tools, (label, due) =>
          batchConfirmPlace.link(label, { ...params, due }),
        ),
        [batchDatePlace.link(t('due-other'), params)],
      ],
    };
  },
});

/** «Другая дата»: the next words in this chat are the deadline. */
export const batchDate = defineScreen({
  ...batchDatePlace,
  load: loadOwnedBatch,
  render: (facts, tools) => ({
    text: lines(batchLines(facts, tools, facts.owner), '', tools.t('due-type')),
    rows: [],
  }),
  typed: (text, tools) =>
    answerTypedDue(text, tools, (due) => batchConfirmPlace.address({ ...tools.params, due })),
});

/** «✅ Подтвердить»: gives the calls that were shown; who has one already keeps it. */
export const createAssignments = defineAction({
  id: 'many-go',
  params: batchConfirmPlace.params,
  intent: assignmentCreateMany,
  payload: async ({ selectionId, count, kind, ownerId, due }, { db, actorId, at }) => {
    const chosen = await findCallSelection(db, { id: selectionId, userId: actorId, now: at });
    return (
      chosen && { historyIds: chosen.slice(0, count), kind, ownerId, dueAt: fromDueMinute(due).toISOString() }
    );
  },
  leadsTo: () => assignmentsPlace.address({ view: 'given', direction: 'on' }),
});

/** The last step: what, by whom, until when. */
export const batchConfirm = defineScreen({
  ...batchConfirmPlace,
  load: loadOwnedBatch,
  render: (facts, tools) => {
    const { t, params } = tools;
    const { due, ...chosen } = params;
    const dueWords = dueLine(due, facts.clinic, tools);
    return {
      text: lines(batchLines(facts, tools, facts.owner), dueWords.text),
      rows: lastStepRows(dueWords, t, {
        confirm: createAssignments.button(t('button-confirm'), params),
        cancel: assignmentsPlace.link(t('button-cancel'), { view: 'given', direction: 'on' }),
        otherDue: (label) => batchDuePlace.link(label, chosen),
        withDue: (label, another) => batchConfirmPlace.link(label, { ...params, due: another }),
      }),
    };
  },
});
