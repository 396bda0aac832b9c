import { MINUTE, type Model, type Talk, type Told, type Work } from './small-model.js';

/** Work said to be done may be proven by a call of the next hour. */
const LATE_PROOF = 60 * MINUTE;
const PROOF_SECONDS = 30;

/** Whether this talk, as it is known now, is the call-back that somebody was asked for. */
const proves = (talk: Talk, { kind, call, state, openedAt, closedAt }: Work, { clients }: Model): boolean => {
  const client = clients[talk.call] ?? null;
  return (
    talk.seconds >= PROOF_SECONDS &&
    kind === 'callback' &&
    client !== null &&
    call !== null &&
    clients[call] === client &&
    openedAt <= talk.at &&
    (closedAt === null || talk.at <= closedAt + (state === 'done' ? LATE_PROOF : 0))
  );
};

const prove = (model: Model, id: number, talk: Talk): Told => {
  const work = model.works.get(id);
  if (!work || ['failed', 'cancelled'].includes(work.state)) return [];
  if (work.provenBy !== null || !proves(talk, work, model)) return [];
  const from = work.state;
  const closedAt = from === 'done' ? work.closedAt : model.now;
  Object.assign(work, { state: 'done', closedAt, provenBy: talk.id, pausedUntil: null });
  return [`log verify by nobody about #${id}`, `verified #${id} ${from}`];
};

/** The clinic calls a client back, now. */
export const callBack = (model: Model, call: number, made: { id: number; seconds: number }): Told => {
  const talk = { ...made, call, at: model.now };
  model.talks = [...model.talks, talk];
  return [...model.works.keys()].flatMap((id) => prove(model, id, talk));
};

/** What a call proved, and proves no more; the first of the others takes its place. */
const takeBack = (model: Model, id: number, talk: Talk): Told => {
  const work = model.works.get(id);
  if (work?.provenBy !== talk.id || proves(talk, work, model)) return [];
  work.provenBy = null;
  const others = model.talks
    .filter((other) => other.id !== talk.id && proves(other, work, model))
    .sort((one, other) => one.at - other.at || one.id - other.id);
  const proven = others[0] ? prove(model, id, others[0]) : [];
  return [`log unverify by nobody about #${id}`, ...(proven.length > 0 ? proven : [`unverified #${id}`])];
};

/** The telephony says otherwise of a call than before. */
export const correct = (model: Model, id: number, seconds: number): Told => {
  const known = model.talks.find((talk) => talk.id === id);
  if (!known) return [];
  const talk = { ...known, seconds };
  model.talks = model.talks.map((one) => (one.id === id ? talk : one));
  return [...model.works.keys()].flatMap((workId) => [
    ...takeBack(model, workId, talk),
    ...prove(model, workId, talk),
  ]);
};
