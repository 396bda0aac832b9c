import type { Hit } from './match.js';
import type { ReadCall, ReadTurn } from './prepare.js';
import type { FactSheet } from './facts.js';
import { placeOf, type Tags } from './tags.js';

/** Rules that name a matter: every family member counts as one matter too. */
const TOPICS = [
  'teeth',
  'gums',
  'implants',
  'bite',
  'ear_nose_throat',
  'eyes',
  'skin',
  'hair',
  'looks',
  'heart',
  'nerves',
  'back',
  'joints',
  'rehab',
  'lab',
  'checkup',
  'ultrasound',
  'scan',
  'endoscopy',
  'women',
  'urology',
  'hormones',
  'digestion',
  'veins',
  'lumps',
  'children',
  'vaccines',
  'mind',
  'allergy',
  'papers',
  'therapist',
  'drip',
  'person',
].map((name) => `topic.${name}`);

/** The client's main matter is said in his first words; a bare greeting is none. */
const MAIN_MATTER_WORDS = 5;

const MARKERS = ['need.extra_marker', 'cross_sell.also_asks', 'need.turns_to'];
const QUESTIONS = ['need.asks_if_offered', 'intent.asks_price', 'need.wish_later', 'cross_sell.someday'];
const WORRIES = ['need.worry', 'cross_sell.symptom'];
const LACKS = ['target.no_service', 'quality.refuses'];
const TIMES = ['booking.says_time', 'booking.offers_slot', 'booking.confirmed'];

/** The end of the call. */
const LAST_TURNS = 4;

const isIn = (turn: ReadTurn | undefined, tags: Tags, ids: readonly string[]): boolean =>
  turn !== undefined && ids.some((id) => tags.of(id).some((hit) => hit.turn === turn));

/** From which turn of the call on a new matter is a further one. */
const furtherFrom = (dialogue: readonly ReadTurn[]): number => {
  let said = 0;
  for (const { speaker, index, words } of dialogue) {
    if (speaker !== 'client') continue;
    if (said >= MAIN_MATTER_WORDS) return index;
    said += words.length;
  }
  return Infinity;
};

/** Matters that the client was the first to name, after his main one. */
const furtherMatters = ({ dialogue }: ReadCall, tags: Tags): Hit[] => {
  const from = furtherFrom(dialogue);
  return tags
    .firstOfEach(TOPICS)
    .filter(({ turn }) => turn.speaker === 'client' && turn.index >= from)
    .toSorted((a, b) => placeOf(a) - placeOf(b));
};

/** The operator names the matter again together with a time: it is booked too. */
const isBookedToo = (hit: Hit, tags: Tags): boolean =>
  tags
    .of(hit.rule.id)
    .some(
      ({ turn }) => turn.speaker === 'operator' && turn.index > hit.turn.index && isIn(turn, tags, TIMES),
    );

/** The client turns to something else after his main matter; the operator passes over it, or he puts it off himself. */
const addTurns = ({ dialogue }: ReadCall, tags: Tags, closed: Hit | undefined, sheet: FactSheet): void => {
  const from = furtherFrom(dialogue);
  const turned = tags.of('need.turns_to').filter(({ turn }) => turn.index >= from);
  const last = turned.at(-1);
  if (last === undefined) return;
  const parked = tags.of('need.parks').find(({ turn }) => turn.index >= last.turn.index);
  const answer = dialogue[last.turn.order + 1];
  const [marker] = tags.of('need.extra_marker').filter(({ turn }) => turn.index >= from);
  sheet.add('turns_to', last);
  sheet.add('turns_to_twice', turned.length > 1 ? turned[0] : undefined);
  sheet.add('turns_to_parked', parked === undefined ? undefined : last);
  sheet.add('turns_to_passed_over', isIn(answer, tags, TIMES) ? last : undefined);
  sheet.add('turns_to_lacking', isIn(answer, tags, LACKS) ? last : undefined);
  sheet.add('turns_to_marked', marker === undefined ? undefined : last);
  sheet.add('turns_to_worry', isIn(last.turn, tags, WORRIES) ? last : undefined);
  sheet.add('turns_to_last', last.turn.order >= dialogue.length - LAST_TURNS ? last : undefined);
  sheet.add('turns_to_after', closed !== undefined && last.turn.index > closed.turn.index ? last : undefined);
};

/** A further matter of the client: how it was raised, and whether it was booked, lacking, or left open. */
export const readFurtherTopics = (
  call: ReadCall,
  tags: Tags,
  ending: string,
  closed: Hit | undefined,
  sheet: FactSheet,
): void => {
  addTurns(call, tags, closed, sheet);
  const further = furtherMatters(call, tags);
  const [first] = further;
  if (first === undefined) return;
  const answerTo = ({ turn }: Hit): ReadTurn | undefined => call.dialogue[turn.order + 1];
  const booked = further.find((hit) => isBookedToo(hit, tags));
  const lacking = further.find((hit) => isIn(answerTo(hit), tags, LACKS));
  const open = further.filter((hit) => !isBookedToo(hit, tags) && !isIn(answerTo(hit), tags, LACKS));
  const raised = (ids: readonly string[]): Hit | undefined => open.find(({ turn }) => isIn(turn, tags, ids));
  const last = open.at(-1);
  sheet.add('further_topic', first);
  sheet.addIn(ending, 'further_topic', first);
  sheet.add('further_topic_booked', booked);
  sheet.add('further_topic_lacking', lacking);
  sheet.add('further_topic_open', open[0]);
  sheet.addIn(ending, 'further_topic_open', open[0]);
  sheet.add('further_topic_marked', raised(MARKERS));
  sheet.add('further_topic_asked', raised(QUESTIONS));
  sheet.add('further_topic_worry', raised(WORRIES));
  sheet.add(
    'further_topic_after',
    closed !== undefined && last !== undefined && last.turn.index > closed.turn.index ? last : undefined,
  );
  sheet.add('further_topics_two', open[1]);
  sheet.add(
    'further_topic_someone',
    open.some(({ rule }) => rule.id === 'topic.person') ? open[0] : undefined,
  );
  sheet.add(
    'further_topic_of_someone',
    open.find(({ rule, turn }) => rule.id !== 'topic.person' && isIn(turn, tags, ['topic.person'])),
  );
};
