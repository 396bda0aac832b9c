import { createFactSheet, type Fact, type FactSheet } from './facts.js';
import type { Hit } from './match.js';
import type { ReadCall } from './prepare.js';
import { readCommerce, type Commerce } from './state-commerce.js';
import { readEnding } from './state-ending.js';
import { readCourse } from './state-course.js';
import { readFurtherNeeds } from './state-needs.js';
import { readFurtherTopics } from './state-topics.js';
import { readGrievance } from './state-grievance.js';
import type { Tags } from './tags.js';

/** What happened in the dialogue, as far as metrics need it by name. */
export interface DialogueState {
  readonly tags: Tags;
  /** The operator confirmed an appointment and nothing undid it later. */
  readonly booked: Hit | undefined;
  readonly moved: Hit | undefined;
  readonly cancelled: Hit | undefined;
  readonly wish: Hit | undefined;
  readonly offer: Hit | undefined;
  readonly promise: Hit | undefined;
  /** The talk broke off: the line, not the people, ended it. */
  readonly dropped: Hit | undefined;
  /** Another day was spoken of: see `Circumstances`. */
  readonly offeredAnotherDate: boolean;
  readonly features: readonly Fact[];
}

const LONG_WAIT_S = 60;
const TURN_BUCKETS = [2, 4, 8, 14, 24];

const readCircumstances = ({ call, dialogue }: ReadCall, sheet: FactSheet): void => {
  sheet.add('outbound', call.direction === 'outbound');
  sheet.add('long_wait', (call.await_sec ?? 0) >= LONG_WAIT_S);
  sheet.add(`turns_${TURN_BUCKETS.filter((from) => dialogue.length > from).length}`, true);
};

const endingOf = ({ booked, moved, cancelled }: Commerce): string =>
  booked ? 'booked' : moved ? 'moved' : cancelled ? 'cancelled' : 'open';

/** Reads what the two people did in the call, and how it ended, from the tags that stand. */
export const readState = (call: ReadCall, tags: Tags): DialogueState => {
  const sheet = createFactSheet();
  readCircumstances(call, sheet);
  const ending = readEnding(call, tags, sheet);
  const commerce = readCommerce(call, tags, ending, sheet);
  readCourse(call, tags, endingOf(commerce), sheet);
  readGrievance(tags, commerce, sheet);
  readFurtherNeeds(call, tags, commerce, sheet);
  readFurtherTopics(call, tags, endingOf(commerce), commerce.booked ?? commerce.moved, sheet);
  const offered = tags.last('booking.offers_new_date', 'booking.offers_slot', 'booking.operator_moves');
  return {
    tags,
    ...commerce,
    dropped: ending.dropped,
    offeredAnotherDate: offered !== undefined,
    features: sheet.facts,
  };
};
