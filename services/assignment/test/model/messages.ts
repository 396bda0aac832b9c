import {
  assignmentCreate,
  assignmentCreateMany,
  callMatchDue,
  INTENTS,
  type Envelope,
  type TrainingWish,
} from '@perezvon/contracts';
import type { Clinic } from '@perezvon/db/testing';
import { MINUTE, type Give, type GiveMany, type Move, type PersonName, type Wish } from './small-model.js';

/** What the model's names are in the database. */
export interface World {
  clinic: Clinic;
  /** Words that each person has typed. */
  notes: ReadonlyMap<PersonName, number>;
  callIds: readonly number[];
}

interface Sending {
  id: string;
  now: number;
}

/** What a training is measured by; one at a time for an operator. */
const METRIC = 'checklist_coverage_ratio';

const later = (now: number, minutes: number): string => new Date(now + minutes * MINUTE).toISOString();

const messageOfMove = ({ clinic }: World, wish: Move, { id, now }: Sending): Envelope => {
  const { type, version } = INTENTS[`assignment.${wish.do}`];
  const { id: assignmentId, owner, result, reason, minutes, by } = wish;
  const moment = later(now, minutes);
  const at = new Date(now).toISOString();
  // Each schema takes of it what its move needs.
  const payload = { assignmentId, ownerId: clinic[owner].id, dueAt: moment, until: moment, result, reason };
  return { id, type, version, at, actorId: clinic[by].id, causedBy: null, origin: null, payload };
};

const messageOfGift = ({ clinic, notes, callIds }: World, wish: Give | GiveMany, { id, now }: Sending) => {
  const context = { id, actorId: clinic[wish.by].id, at: new Date(now) };
  const common = { ownerId: clinic[wish.owner].id, dueAt: later(now, wish.dueIn) };
  const historyIdOf = (call: number): number => callIds[call] ?? 0;
  if (wish.do === 'give_many') {
    const historyIds = wish.calls.map(historyIdOf);
    return assignmentCreateMany.of({ ...common, kind: 'callback', historyIds }, context);
  }
  const { kind, call, trained, by } = wish;
  const training: TrainingWish | null =
    trained === null ? null : { operator: trained, metric: METRIC, pattern: null, examples: [] };
  const noteId = kind === 'task' ? (notes.get(by) ?? null) : null;
  const historyId = call === null ? null : historyIdOf(call);
  return assignmentCreate.of({ ...common, kind, historyId, noteId, training }, context);
};

/** The intent of a person's wish. */
export const messageOfWish = (world: World, wish: Wish, sending: Sending): Envelope =>
  wish.do === 'give' || wish.do === 'give_many'
    ? messageOfGift(world, wish, sending)
    : messageOfMove(world, wish, sending);

/** What is said of a call that the clinic made. @param revision above 1: it was known otherwise before */
export const messageOfCallBack = (historyId: number, revision: number, { id, now }: Sending): Envelope => {
  const { type, version } = callMatchDue;
  const nobody = { actorId: null, causedBy: null, origin: null };
  return {
    id,
    type,
    version,
    at: new Date(now).toISOString(),
    ...nobody,
    payload: { historyId, revision },
  };
};
