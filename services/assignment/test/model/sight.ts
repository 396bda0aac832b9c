import {
  actionDenied,
  adminAction,
  assignmentBatchCreated,
  assignmentCreated,
  assignmentMoved,
  assignmentUnverified,
  assignmentVerified,
  type Envelope,
  type Subject,
} from '@perezvon/contracts';
import { outboxMessages } from '@perezvon/messaging/testing';
import type { RealService } from './real-service.js';
import type { Model, Told, Work } from './small-model.js';

/** An assignment as both show it; what only the model remembers is left out. */
type Visible = Record<string, string | number | null>;

/** All that can be seen after a step; `told`: what it led to. In an order of its own: transactions have none. */
export interface Sight {
  works: ReadonlyMap<number, Visible>;
  reminders: readonly string[];
  told: Told;
}

const inOrder = (texts: Iterable<string>): string[] =>
  [...texts].sort((one, other) => one.localeCompare(other));

const visible = ({ movedAt: _movedAt, seenAt: _seenAt, ...work }: Work): Visible => work;

/** What the model says that is to be seen. */
export const modelSight = ({ works, reminders }: Model, told: Told): Sight => ({
  works: new Map([...works].sort(([one], [other]) => one - other).map(([id, work]) => [id, visible(work)])),
  reminders: inOrder(reminders),
  told: inOrder(told),
});

const readWorks = async ({ db, callIds, personOf }: RealService): Promise<Map<number, Visible>> => {
  const rows = await db().assignment.findMany({ include: { training: true }, orderBy: { id: 'asc' } });
  const seen = rows.map(({ id, kind, state, result, reason, ...row }): [number, Visible] => [
    id,
    {
      kind,
      state,
      result,
      reason,
      call: row.historyId === null ? null : callIds.indexOf(Number(row.historyId)),
      trained: row.training?.operator ?? null,
      owner: personOf(row.ownerId),
      giver: personOf(row.givenById),
      dueAt: row.dueAt.getTime(),
      openedAt: row.openedAt.getTime(),
      heldSince: (row.handedOnAt ?? row.openedAt).getTime(),
      closedAt: row.closedAt && row.closedAt.getTime(),
      pausedUntil: row.pausedUntil && row.pausedUntil.getTime(),
      provenBy: row.verifiedByCall === null ? null : Number(row.verifiedByCall),
    },
  ]);
  return new Map(seen);
};

const readReminders = async ({ db, personOf }: RealService): Promise<string[]> => {
  const rows = await db().reminder.findMany();
  return rows.map(
    ({ assignmentId, level, dueAt, heldSince, userId }) =>
      `#${assignmentId} ${level} ${dueAt.getTime()} ${heldSince?.getTime()} ${personOf(userId)}`,
  );
};

const about = ({ kind, id }: Subject, { callIds, personOf }: RealService): string => {
  if (kind === 'assignment') return `#${id}`;
  return kind === 'call' ? `call ${callIds.indexOf(Number(id))}` : personOf(Number(id));
};
const short = (action: string): string => action.replace('assignment.', '');

/** Every event in the model's words. */
const inWords = ({ type, actorId, payload }: Envelope, service: RealService): string => {
  const by = service.personOf(actorId);
  switch (type) {
    case adminAction.type: {
      const { action, subject } = adminAction.payload.parse(payload);
      return `log ${short(action)} by ${by} about ${about(subject, service)}`;
    }
    case actionDenied.type: {
      const { action, subject, reason } = actionDenied.payload.parse(payload);
      return `denied ${short(action)} by ${by} about ${about(subject, service)}: ${reason}`;
    }
    case assignmentCreated.type:
      return `created #${assignmentCreated.payload.parse(payload).assignmentId}`;
    case assignmentBatchCreated.type: {
      const { assignmentIds, taken } = assignmentBatchCreated.payload.parse(payload);
      return `batch ${assignmentIds.map((id) => `#${id}`).join(' ')} taken ${taken}`;
    }
    case assignmentMoved.type: {
      const { assignmentId, move, from, to } = assignmentMoved.payload.parse(payload);
      return `moved #${assignmentId} ${move} ${from} ${to}`;
    }
    case assignmentVerified.type: {
      const { assignmentId, from } = assignmentVerified.payload.parse(payload);
      return `verified #${assignmentId} ${from}`;
    }
    case assignmentUnverified.type:
      return `unverified #${assignmentUnverified.payload.parse(payload).assignmentId}`;
    default:
      return type;
  }
};

/** What is to be seen of the service; what was told is told once. */
export const realSight = async (service: RealService): Promise<Sight> => {
  const messages = await outboxMessages(service.db());
  await service.db().outbox.deleteMany();
  return {
    works: await readWorks(service),
    reminders: inOrder(await readReminders(service)),
    told: inOrder(messages.map((message) => inWords(message, service))),
  };
};

/** A model after a step, with what it led to. */
export interface Outcome {
  model: Model;
  told: Told;
}

const sameWork = (one: Visible, other: Visible): boolean =>
  Object.entries(one).every(([field, value]) => other[field] === value);

/** Gives new assignments of the model the ids that the database gave them. */
export const withRealIds = ({ model, told }: Outcome, { works }: Sight): Outcome => {
  const fresh = [...works].filter(([id]) => !model.works.has(id));
  const ids = new Map<string, number>();
  const named = new Map<number, Work>();
  for (const [id, work] of model.works) {
    const found = id < 0 ? fresh.findIndex(([, row]) => sameWork(visible(work), row)) : -1;
    const [realId] = (found >= 0 && fresh.splice(found, 1)[0]) || [id];
    ids.set(`#${id}`, realId);
    named.set(realId, work);
  }
  const rename = (text: string): string => text.replaceAll(/#-\d+/gu, (id) => `#${ids.get(id) ?? id}`);
  const reminders = new Set([...model.reminders].map(rename));
  return { model: { ...model, works: named, reminders }, told: told.map(rename) };
};
