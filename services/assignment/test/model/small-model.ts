import type { AssignmentState, PersonMove } from '@perezvon/contracts';

/**
 * What people are promised about assignments, written down a second time, as small as it can be: from the guide and
 * the screens, not from the service. Moments are milliseconds since 1970.
 */
export const PEOPLE = [
  'operator',
  'otherOperator',
  'admin',
  'otherAdmin',
  'superadmin',
  'marketing',
] as const;
export type PersonName = (typeof PEOPLE)[number];

export const KINDS = ['callback', 'review', 'training', 'task'] as const;
export type Kind = (typeof KINDS)[number];

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One assignment. */
export interface Work {
  kind: Kind;
  /** Which of the calls it is about; null: a training or a task. */
  call: number | null;
  /** Whose training it is. */
  trained: string | null;
  state: AssignmentState;
  owner: PersonName;
  giver: PersonName;
  dueAt: number;
  openedAt: number;
  /** Since when its owner has it. */
  heldSince: number;
  closedAt: number | null;
  pausedUntil: number | null;
  result: string | null;
  reason: string | null;
  /** The call that proves it. */
  provenBy: number | null;
  /** The last move, or the end of its pause. */
  movedAt: number;
  /** When the clock looked the last time since then; null: not yet. */
  seenAt: number | null;
}

/** A call that the clinic made, about the client of one of the calls. */
export interface Talk {
  id: number;
  call: number;
  at: number;
  seconds: number;
}

export interface Model {
  now: number;
  /** Which client each call is of; null: the number is hidden. */
  clients: readonly (string | null)[];
  works: Map<number, Work>;
  /** `id level deadline holder-since person` */
  reminders: Set<string>;
  /** Who has closed the bot: nobody can tell him anything. */
  deaf: Set<PersonName>;
  /** What the clinic has dialled. */
  talks: readonly Talk[];
}

export type Give = { do: 'give'; by: PersonName; owner: PersonName; dueIn: number } & Pick<
  Work,
  'kind' | 'call' | 'trained'
>;
export interface GiveMany {
  do: 'give_many';
  by: PersonName;
  owner: PersonName;
  calls: readonly number[];
  dueIn: number;
}
export interface Move {
  do: PersonMove;
  by: PersonName;
  id: number;
  /** Of a reassignment. */
  owner: PersonName;
  /** From now to the new deadline, or the end of the pause, in minutes. */
  minutes: number;
  result: string | null;
  reason: string;
}
export type Wish = Give | GiveMany | Move;

/** What a wish comes to: lines of the log and events, as text; `#id` is an assignment. */
export type Told = string[];

const isManager = (person: PersonName): boolean => ['admin', 'otherAdmin', 'superadmin'].includes(person);
const mayWork = (person: PersonName): boolean => person !== 'marketing';
const isOpen = ({ state }: Work): boolean => ['open', 'accepted', 'in_progress'].includes(state);

const denied = (action: string, by: PersonName, about: string, reason: string): Told => [
  `denied ${action} by ${by} about ${about}: ${reason}`,
];

/** Who has it already; null: nobody. */
const holderOf = (model: Model, { kind, call, trained }: Pick<Work, 'kind' | 'call' | 'trained'>) => {
  const same = (one: Work): boolean =>
    one.kind === kind && (call === null ? trained !== null && one.trained === trained : one.call === call);
  return [...model.works].find(([, one]) => isOpen(one) && same(one))?.[0] ?? null;
};

/** New assignments have negative ids until the database says which they have. */
const open = (model: Model, wish: Omit<Give, 'do' | 'dueIn'> & { dueAt: number }): number => {
  const { kind, call, trained, owner, by: giver, dueAt } = wish;
  const id = Math.min(0, ...model.works.keys()) - 1;
  const blank = {
    closedAt: null,
    pausedUntil: null,
    result: null,
    reason: null,
    provenBy: null,
    seenAt: null,
  };
  const moments = { dueAt, openedAt: model.now, heldSince: model.now, movedAt: model.now };
  model.works.set(id, { kind, call, trained, state: 'open', owner, giver, ...moments, ...blank });
  return id;
};

const whyNotGiven = ({ by, owner, dueIn }: Pick<Give, 'by' | 'owner' | 'dueIn'>) => {
  if (!isManager(by)) return 'permission.missing';
  if (dueIn <= 0) return 'assignment.due_in_past';
  return mayWork(owner) ? null : 'assignment.owner_not_available';
};

const give = (model: Model, wish: Give): Told => {
  const { by, call, owner } = wish;
  const about = call === null ? owner : `call ${call}`;
  const why = whyNotGiven(wish);
  if (why !== null) return denied('create', by, about, why);
  const holder = holderOf(model, wish);
  if (holder !== null) return denied('create', by, `#${holder}`, 'assignment.already_open');
  const id = open(model, { ...wish, dueAt: model.now + wish.dueIn * MINUTE });
  return [`log create by ${by} about #${id}`, `created #${id}`];
};

const giveMany = (model: Model, { by, owner, calls, dueIn }: GiveMany): Told => {
  const why = whyNotGiven({ by, owner, dueIn });
  if (why !== null) return denied('create_many', by, owner, why);
  const wish = { kind: 'callback', trained: null, owner, by, dueAt: model.now + dueIn * MINUTE } as const;
  const free = [...calls].sort((one, other) => one - other);
  const ids = free
    .filter((call) => holderOf(model, { ...wish, call }) === null)
    .map((call) => open(model, { ...wish, call }));
  if (ids.length === 0) return denied('create_many', by, owner, 'assignment.all_taken');
  if (owner !== by)
    for (const id of ids) model.reminders.add(`#${id} given ${wish.dueAt} ${model.now} ${owner}`);
  return [
    `log create_many by ${by} about ${owner}`,
    `batch ${ids.map((id) => `#${id}`).join(' ')} taken ${calls.length - ids.length}`,
    ...ids.map((id) => `log create by ${by} about #${id}`),
  ];
};

type States = Partial<Record<AssignmentState, AssignmentState>>;
const STAYS: States = { open: 'open', accepted: 'accepted', in_progress: 'in_progress' };
const allTo = (state: AssignmentState): States => ({ open: state, accepted: state, in_progress: state });
const LEADS: Record<PersonMove, States> = {
  accept: { open: 'accepted' },
  start: { open: 'in_progress', accepted: 'in_progress' },
  complete: allTo('done'),
  fail: allTo('failed'),
  extend: STAYS,
  pause: STAYS,
  resume: STAYS,
  reassign: allTo('open'),
  cancel: allTo('cancelled'),
  return: { done: 'open', failed: 'open' },
};
const OWNERS_ALONE: readonly string[] = ['accept', 'start', 'complete', 'fail'];
const MANAGERS_ALONE: readonly string[] = ['reassign', 'cancel', 'return'];
const EXPLAINED: readonly string[] = ['fail', 'extend', 'pause', 'cancel'];
const RESULTS: Record<Kind, readonly string[]> = {
  callback: ['booked', 'refused', 'thinking', 'other'],
  review: ['confirmed', 'not_confirmed', 'process'],
  training: [],
  task: [],
};

const isHis = ({ do: move, by }: Move, { owner, giver }: Work): boolean => {
  const manages = by === giver || isManager(by);
  if (OWNERS_ALONE.includes(move)) return by === owner;
  return MANAGERS_ALONE.includes(move) ? manages : by === owner || manages;
};

const isPaused = ({ pausedUntil }: Work, now: number): boolean => pausedUntil !== null && pausedUntil > now;
const atLeast = (left: number): number => Math.max(left, HOUR);

/** Why the move's own words do not fit; else what it changes besides the state. */
type Change = string | Partial<Work>;
type ChangeOf = (model: Model, wish: Move, work: Work) => Change;

const leftOf = ({ pausedUntil, dueAt }: Work, now: number): number =>
  dueAt - (pausedUntil !== null && pausedUntil > now ? pausedUntil : now);
const momentOf = ({ minutes }: Move, now: number): number => now + minutes * MINUTE;
const nothing: ChangeOf = () => ({});
const itsReason: ChangeOf = (_model, { reason }) => ({ reason });

const CHANGES: Record<PersonMove, ChangeOf> = {
  accept: nothing,
  start: nothing,
  fail: itsReason,
  cancel: itsReason,
  complete: (_model, { result }, { kind }) => {
    if (result === null) return RESULTS[kind].length === 0 ? {} : 'result_missing';
    return RESULTS[kind].includes(result) ? { result } : 'result_not_of_kind';
  },
  extend: ({ now }, wish, work) => {
    const dueAt = momentOf(wish, now);
    if (dueAt <= now) return 'due_in_past';
    return dueAt > work.dueAt ? { dueAt, reason: wish.reason } : 'due_not_later';
  },
  pause: ({ now }, wish, work) => {
    const pausedUntil = momentOf(wish, now);
    if (pausedUntil <= now) return 'pause_in_past';
    return { pausedUntil, dueAt: pausedUntil + atLeast(leftOf(work, now)), reason: wish.reason };
  },
  resume: ({ now }, _wish, work) =>
    isPaused(work, now) ? { pausedUntil: null, dueAt: now + leftOf(work, now), reason: null } : 'not_paused',
  reassign: ({ now }, { owner }, work) => {
    if (owner === work.owner) return 'same_owner';
    return mayWork(owner) ? { owner, heldSince: now } : 'owner_not_available';
  },
  return: (model, _wish, work) => {
    if (holderOf(model, work) !== null) return 'already_open';
    const { now } = model;
    const dueAt = work.dueAt > now ? work.dueAt : now + Math.min(atLeast(work.dueAt - work.openedAt), DAY);
    const anew = { openedAt: now, heldSince: now, closedAt: null };
    return { dueAt, ...anew, result: null, reason: null, provenBy: null };
  },
};

const move = (model: Model, wish: Move): Told => {
  const { do: action, by, id } = wish;
  const no = (reason: string, about = id): Told => denied(action, by, `#${about}`, reason);
  if (!(MANAGERS_ALONE.includes(action) ? isManager(by) : mayWork(by))) return no('permission.missing');
  const work = model.works.get(id);
  if (!work) return no('assignment.not_found');
  if (!isHis(wish, work)) return no('assignment.not_yours');
  const state = LEADS[action][work.state];
  if (!state) return no('assignment.move_not_allowed');
  if (EXPLAINED.includes(action) && wish.reason === 'other') return no('assignment.reason_missing');
  const change = CHANGES[action](model, wish, work);
  if (change === 'already_open') return no('assignment.already_open', holderOf(model, work) ?? id);
  if (typeof change === 'string') return no(`assignment.${change}`);

  const from = work.state;
  Object.assign(work, change, { state, movedAt: model.now, seenAt: null });
  if (!isOpen(work)) work.closedAt = model.now;
  if (!isOpen(work) || !isPaused(work, model.now)) work.pausedUntil = null;
  return [`log ${action} by ${by} about #${id}`, `moved #${id} ${action} ${from} ${state}`];
};

/** A wish comes true, or is refused. */
export const grant = (model: Model, wish: Wish): Told => {
  if (wish.do === 'give') return give(model, wish);
  return wish.do === 'give_many' ? giveMany(model, wish) : move(model, wish);
};
