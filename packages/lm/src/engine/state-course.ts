import type { FactSheet } from './facts.js';
import type { Hit } from './match.js';
import type { ReadCall, ReadTurn } from './prepare.js';
import { placeOf, type Tags } from './tags.js';

/** What the client came with, by the first of these that is heard from him. */
const GOALS: readonly (readonly [string, readonly string[]])[] = Object.entries({
  cancel: ['intent.cancel'],
  reschedule: ['intent.reschedule'],
  booking: ['intent.wants_booking'],
  price: ['intent.asks_price'],
  own_booking: ['intent.has_booking'],
  question: ['intent.asks_info'],
  grievance: [
    'complaint.broken_promise',
    'complaint.error',
    'complaint.rudeness',
    'complaint.treatment',
    'complaint.wait',
    'complaint.repeated',
    'complaint.price_surprise',
  ],
  callback: ['delay.busy', 'delay.asks_callback'],
});
/** The goal is said in the client's first words; what comes later is the course of the talk. */
const GOAL_TURNS = 3;

/** The client's first turns, by index. */
const earlyTurns = (dialogue: readonly ReadTurn[]): number[] => {
  const early: number[] = [];
  for (const { speaker, index } of dialogue) {
    if (speaker === 'client') early.push(index);
    if (early.length === GOAL_TURNS) break;
  }
  return early;
};

const goalsOf = ({ dialogue }: ReadCall, tags: Tags): [string, Hit][] => {
  const early = earlyTurns(dialogue);
  const goals: [string, Hit][] = [];
  for (const [name, ids] of GOALS) {
    const hit = tags.first(...ids);
    if (hit !== undefined && early.includes(hit.turn.index)) goals.push([name, hit]);
  }
  return goals;
};

const OFFERS = ['booking.offers_slot', 'booking.says_time'];
const YES = ['booking.client_agrees', 'booking.client_name', 'booking.client_slot'];
const NO = [
  'barrier.time',
  'barrier.price',
  'refuse.final',
  'refuse.elsewhere',
  'delay.thinks',
  'delay.will_call',
  'delay.ends_open',
];

const hitIn = (heard: readonly (readonly Hit[])[], turn: number): Hit | undefined => {
  for (const hits of heard) {
    const hit = hits.find((one) => one.turn.index === turn);
    if (hit !== undefined) return hit;
  }
  return undefined;
};

interface Answer {
  readonly offer: Hit;
  readonly yes: Hit | undefined;
  readonly no: Hit | undefined;
}

/** What the client said right after each offer of a time. */
const answersOf = ({ dialogue }: ReadCall, tags: Tags): Answer[] => {
  const heard = (ids: readonly string[]): (readonly Hit[])[] =>
    ids.map((id) => tags.of(id)).filter((hits) => hits.length > 0);
  const [offers, agreed, refused] = [heard(OFFERS), heard(YES), heard(NO)];
  const answers: Answer[] = [];
  for (const turn of offers.length === 0 ? [] : dialogue) {
    const offer = turn.speaker === 'operator' ? hitIn(offers, turn.index) : undefined;
    const next = dialogue[turn.order + 1];
    if (offer === undefined || next?.speaker !== 'client') continue;
    answers.push({ offer, yes: hitIn(agreed, next.index), no: hitIn(refused, next.index) });
  }
  return answers;
};

const SAID_BACK_TURNS = 4;

/** What the client came for, how every offered time was answered, and whether the agreed time was said back at the end. */
export const readCourse = (call: ReadCall, tags: Tags, ending: string, sheet: FactSheet): void => {
  const goals = goalsOf(call, tags);
  const first = goals.toSorted((a, b) => placeOf(a[1]) - placeOf(b[1]))[0];
  for (const [name, hit] of goals) sheet.add(`goal_${name}_${ending}`, hit);
  if (first !== undefined) {
    sheet.add(`first_goal_${first[0]}`, first[1]);
    sheet.add(`first_goal_${first[0]}_${ending}`, first[1]);
  }
  const answers = answersOf(call, tags);
  const accepted = answers.findLast(({ yes }) => yes !== undefined);
  const declined = answers.findLast(({ no }) => no !== undefined);
  const saidBack = tags.last('booking.says_time');
  const isLate = saidBack !== undefined && saidBack.turn.order >= call.dialogue.length - SAID_BACK_TURNS;
  const moving = tags.first('intent.reschedule', 'booking.operator_moves');
  sheet.add('offer_accepted', accepted?.yes);
  sheet.add('offer_only_declined', accepted === undefined ? declined?.no : undefined);
  sheet.add('offer_unanswered', answers.length > 0 && accepted === undefined && declined === undefined);
  sheet.add('said_back', isLate ? saidBack : undefined);
  sheet.add('accepted_said_back', isLate && accepted !== undefined ? saidBack : undefined);
  sheet.add(
    'moving_accepted',
    moving !== undefined && (accepted !== undefined || tags.last('booking.moved') !== undefined)
      ? moving
      : undefined,
  );
  sheet.add(
    'moving_open',
    moving !== undefined && accepted === undefined && tags.last('booking.moved') === undefined
      ? moving
      : undefined,
  );
  sheet.add('own_booking_accepted', accepted && tags.first('intent.has_booking'));
};
