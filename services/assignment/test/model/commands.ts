import { PERSON_MOVES, type Envelope, type PersonMove } from '@perezvon/contracts';
import { expect } from '@jest/globals';
import * as fc from 'fast-check';
import { CLIENTS, type RealService } from './real-service.js';
import { callBack, correct } from './proof-model.js';
import { edges, tick } from './reminders-model.js';
import { modelSight, realSight, withRealIds, type Outcome } from './sight.js';
import {
  grant,
  KINDS,
  MINUTE,
  PEOPLE,
  type Give,
  type GiveMany,
  type Model,
  type Move,
  type PersonName,
  type Told,
  type Wish,
} from './small-model.js';

/** The model as it is after the last step. */
export interface Held {
  model: Model;
  /** The assignment that something happened to last: most stories go on with it. */
  touched: number | null;
}
/** The service, and the messages that it has had: any may come again. */
export interface Driven {
  service: RealService;
  delivered: Envelope[];
}
type Command = fc.AsyncCommand<Held, Driven>;

const command = (name: string, run: (held: Held, driven: Driven) => Promise<void>): Command => ({
  check: () => true,
  run,
  toString: () => name,
});

const after = ({ model }: Held, change: (copy: Model) => Told): Outcome => {
  const copy = structuredClone(model);
  return { told: change(copy), model: copy };
};

/** The service has come to one of these outcomes, in everything that can be seen. */
const expectOneOf = async (held: Held, { service }: Driven, outcomes: readonly Outcome[]): Promise<void> => {
  const sight = await realSight(service);
  const possible = outcomes.map((outcome) => withRealIds(outcome, sight));
  const seen = (outcome: Outcome) => modelSight(outcome.model, outcome.told);
  const match = possible.find((outcome) => {
    try {
      expect(sight).toEqual(seen(outcome));
      return true;
    } catch {
      return false;
    }
  });
  if (!match) return expect([sight]).toEqual(possible.map(seen));
  held.model = match.model;
  const ids = match.told.flatMap((text) => /#(\d+)/u.exec(text)?.[1] ?? []);
  held.touched = Number(ids.at(-1) ?? held.touched);
};

/** A move whose assignment is not chosen yet: the last one, or that in this place; and perhaps its own people. */
type OpenMove = Omit<Move, 'id' | 'by' | 'result'> & {
  place: number | 'last';
  by: PersonName | 'owner' | 'giver';
  result: 'fitting' | 'booked' | 'confirmed' | null;
};
type OpenWish = Give | GiveMany | OpenMove;
const NO_ASSIGNMENT = 999_999;
/** So many there are to choose from, and one that is not there. */
const PLACES = 20;
/** What each kind may end with. */
const FITTING = { callback: 'booked', review: 'confirmed', training: null, task: null } as const;

const choose = ({ model: { works }, touched }: Held, place: number | 'last') => {
  const id = place === 'last' ? touched : place < PLACES && [...works.keys()][place % works.size];
  const work = id ? works.get(id) : undefined;
  return { id: id && work ? id : NO_ASSIGNMENT, work: work ?? null };
};

const settle = (held: Held, wish: OpenWish): Wish => {
  if (wish.do === 'give' || wish.do === 'give_many') return wish;
  const { place, by, result, ...move } = wish;
  const { id, work } = choose(held, place);
  return {
    ...move,
    id,
    by: by === 'owner' || by === 'giver' ? (work?.[by] ?? 'admin') : by,
    result: result === 'fitting' ? work && FITTING[work.kind] : result,
  };
};

/** One person's wish; its process may die while it is carried out, and another begins anew. */
const wish = (open: OpenWish, crashAt: number | null): Command =>
  command(
    `${JSON.stringify(open)}${crashAt === null ? '' : `, dies after ${crashAt}`}`,
    async (held, driven) => {
      const settled = settle(held, open);
      const { now } = held.model;
      const message = driven.service.messageOf(settled, now);
      await driven.service.deliver(message, now, crashAt);
      driven.delivered.push(message);
      await expectOneOf(held, driven, [after(held, (model) => grant(model, settled))]);
    },
  );

/** Two wishes at the same moment, in two processes: as if one had come after the other, whichever. */
const twoAtOnce = (first: OpenWish, second: OpenWish): Command =>
  command(`at once ${JSON.stringify(first)} and ${JSON.stringify(second)}`, async (held, driven) => {
    const [one, other] = [settle(held, first), settle(held, second)];
    const { now } = held.model;
    const messages = [one, other].map((settled) => driven.service.messageOf(settled, now));
    await Promise.all(messages.map((message) => driven.service.deliver(message, now)));
    driven.delivered.push(...messages);
    const inTurn = (wishes: readonly Wish[]) =>
      after(held, (model) => wishes.flatMap((settled) => grant(model, settled)));
    await expectOneOf(held, driven, [inTurn([one, other]), inTurn([other, one])]);
  });

/** A message comes again, after whatever happened meanwhile: nothing changes. */
const again = (place: number): Command =>
  command(`message ${place} again`, async (held, driven) => {
    const message = driven.delivered[place % Math.max(driven.delivered.length, 1)];
    if (message) expect(await driven.service.deliver(message, held.model.now)).toBe('duplicate');
    await expectOneOf(held, driven, [after(held, () => [])]);
  });

const lookAt = async (now: number, clocks: number, held: Held, driven: Driven): Promise<void> => {
  const outcome = after(held, (model) => {
    model.now = now;
    if (clocks > 0) tick(model);
    return [];
  });
  await driven.service.tick(now, clocks);
  await expectOneOf(held, driven, [outcome]);
};

const SECOND = MINUTE / 60;

/** The clock goes on, or is put back, and some processes look at it. */
const wait = (minutes: number, clocks: number): Command =>
  command(`${minutes} min, ${clocks} clocks`, (held, driven) =>
    lookAt(held.model.now + minutes * MINUTE, clocks, held, driven),
  );

/** The clock comes to a moment at which something has to be told: right before it, at it, right after it. */
const comeTo = (place: number, seconds: number): Command =>
  command(`moment ${place} ${seconds} s`, (held, driven) => {
    const { model } = held;
    return lookAt((edges(model)[place] ?? model.now + MINUTE) + seconds * SECOND, 1, held, driven);
  });

/** The clinic calls the client of a call back, or that of the last assignment. */
const callClient = (chosen: number | 'last', seconds: number, diesAfter: number | null): Command =>
  command(`call ${chosen} back for ${seconds} s`, async (held, driven) => {
    const { now } = held.model;
    const call = chosen === 'last' ? (choose(held, chosen).work?.call ?? 0) : chosen;
    const { id, message } = await driven.service.storeCallBack(call, seconds, now);
    await driven.service.deliver(message, now, diesAfter);
    driven.delivered.push(message);
    await expectOneOf(held, driven, [after(held, (model) => callBack(model, call, { id, seconds }))]);
  });

/** What is known of a call changes. */
const correctCall = (place: number, seconds: number): Command =>
  command(`call-back ${place} corrected to ${seconds} s`, async (held, driven) => {
    const { now, talks } = held.model;
    const talk = talks[place % Math.max(talks.length, 1)];
    if (!talk) return;
    const message = await driven.service.correctCallBack(talk.id, seconds, now);
    await driven.service.deliver(message, now);
    driven.delivered.push(message);
    await expectOneOf(held, driven, [after(held, (model) => correct(model, talk.id, seconds))]);
  });

/** Somebody closes the bot, or opens it again. */
const hear = (person: PersonName, hears: boolean): Command =>
  command(`${person} ${hears ? 'opens' : 'closes'} the bot`, async (held, driven) => {
    await driven.service.setHearing(person, hears);
    const change = ({ deaf }: Model): Told => {
      if (hears) deaf.delete(person);
      else deaf.add(person);
      return [];
    };
    await expectOneOf(held, driven, [after(held, change)]);
  });

const restart = command('restart', async (held, driven) => {
  await driven.service.restart();
  await expectOneOf(held, driven, [after(held, () => [])]);
});

const person = fc.constantFrom(...PEOPLE);
const worker = fc.constantFrom('operator', 'otherOperator', 'admin');
/** Mostly somebody who may: the others are refused whatever they want. */
const often = <T, U>(usual: fc.Arbitrary<T>, any: fc.Arbitrary<U>) =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: any });
const manager = often(fc.constantFrom('admin', 'otherAdmin'), person);
const call = fc.nat(CLIENTS.length - 1);
const minutesAhead = often(fc.integer({ min: 5, max: 600 }), fc.constantFrom(-30, 0, 1_500, 3_000));
const crashAt = fc.option(fc.nat(4), { freq: 4 });

const give = fc
  .record({ kind: fc.constantFrom(...KINDS), call, operator: fc.constantFrom('op-1', 'op-2') })
  .chain(({ kind, call: about, operator }) =>
    fc.record({
      do: fc.constant('give' as const),
      by: manager,
      owner: often(worker, person),
      dueIn: minutesAhead,
      kind: fc.constant(kind),
      call: fc.constant(kind === 'callback' || kind === 'review' ? about : null),
      trained: fc.constant(kind === 'training' ? operator : null),
    }),
  );
const giveMany = fc.record({
  do: fc.constant('give_many' as const),
  by: manager,
  owner: often(worker, person),
  dueIn: minutesAhead,
  calls: fc.uniqueArray(call, { minLength: 1 }),
});
/** A reason of each move that needs one; `other` would need words. */
const REASON: Partial<Record<PersonMove, string>> = {
  fail: 'no_answer',
  extend: 'no_time',
  pause: 'client_asked',
  cancel: 'duplicate',
};
const OWN_MOVES: ReadonlySet<PersonMove> = new Set(['accept', 'start', 'complete', 'fail', 'pause']);
const moveOf = (name: PersonMove) =>
  fc.record({
    do: fc.constant(name),
    by: often(fc.constant(OWN_MOVES.has(name) ? ('owner' as const) : ('giver' as const)), person),
    place: fc.oneof({ weight: 2, arbitrary: fc.constant('last' as const) }, fc.nat(PLACES)),
    owner: often(worker, person),
    minutes: minutesAhead,
    result: often(fc.constant('fitting' as const), fc.constantFrom(null, 'booked', 'confirmed')),
    reason: often(fc.constant(REASON[name] ?? 'other'), fc.constant('other')),
  });
const move = fc.constantFrom(...PERSON_MOVES).chain(moveOf);
const anyWish = fc.oneof(give, giveMany, { weight: 4, arbitrary: move });

/** Whatever people, processes, telephones and clocks may do, each as often as it is interesting. */
export const everything: fc.Arbitrary<Command>[] = [
  fc.tuple(anyWish, crashAt).map(([open, at]) => wish(open, at)),
  fc.tuple(move, crashAt).map(([open, at]) => wish(open, at)),
  fc.tuple(anyWish, anyWish).map(([one, other]) => twoAtOnce(one, other)),
  fc.nat(40).map(again),
  fc.tuple(often(fc.nat(120), fc.nat(1_440)), fc.integer({ min: 1, max: 2 })).map((args) => wait(...args)),
  fc.tuple(fc.nat(3), fc.integer({ min: -1, max: 1 })).map((args) => comeTo(...args)),
  fc.tuple(fc.nat(1), fc.constantFrom(-1, 0)).map((args) => comeTo(...args)),
  fc.tuple(fc.integer({ min: -90, max: 30 }), fc.nat(1)).map((args) => wait(...args)),
  fc
    .tuple(fc.oneof(fc.constant('last' as const), call), fc.constantFrom(0, 12, 30, 95), crashAt)
    .map((args) => callClient(...args)),
  fc.tuple(fc.nat(12), fc.constantFrom(0, 12, 30, 95)).map((args) => correctCall(...args)),
  fc.tuple(fc.constantFrom('operator', 'admin', 'otherAdmin'), fc.boolean()).map((args) => hear(...args)),
  fc.constant(restart),
];

/** What a story begins with: there is something to act on. */
export const beginning: readonly Command[] = [
  wish({ do: 'give_many', by: 'admin', owner: 'operator', dueIn: 180, calls: [0, 1, 2] }, null),
  wish(
    { do: 'give', by: 'otherAdmin', owner: 'operator', dueIn: 90, kind: 'review', call: 3, trained: null },
    null,
  ),
  wish(
    { do: 'give', by: 'admin', owner: 'admin', dueIn: 600, kind: 'task', call: null, trained: null },
    null,
  ),
];
