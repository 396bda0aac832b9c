import type { Hit } from './match.js';
import type { ReadCall } from './prepare.js';
import type { Ending } from './state-ending.js';
import type { FactSheet } from './facts.js';
import { placeOf, type Tags } from './tags.js';

export interface Commerce {
  readonly booked: Hit | undefined;
  readonly moved: Hit | undefined;
  readonly cancelled: Hit | undefined;
  readonly wish: Hit | undefined;
  readonly offer: Hit | undefined;
  readonly promise: Hit | undefined;
}

const BARRIERS = ['price', 'time', 'trust', 'competitor', 'operator_failed'].map((name) => ({
  name,
  id: `barrier.${name}`,
}));
const DOUBTS = [
  'doubt.price_reaction',
  'doubt.trust_reaction',
  'doubt.time_reaction',
  'doubt.other_place',
  'doubt.short_operator',
];
const LATE_STEPS = [
  'delay.thinks',
  'delay.will_call',
  'delay.asks_callback',
  'delay.ends_open',
  'refuse.final',
  'refuse.elsewhere',
];

const isAfter = (hit: Hit | undefined, other: Hit | undefined): boolean =>
  hit !== undefined && (other === undefined || placeOf(hit) > placeOf(other));

/** An appointment stands when it was said back or when the client agreed to a slot and gave a name. */
const readBooked = (tags: Tags): { booked: Hit | undefined; undone: boolean } => {
  const confirmed = tags.last('booking.confirmed');
  const waitlist = tags.last('booking.waitlist', 'booking.client_waitlist');
  const cancelled = tags.last('booking.cancelled', 'intent.no_reschedule');
  const undone =
    isAfter(cancelled, confirmed) ||
    (waitlist !== undefined && isAfter(waitlist, tags.last('booking.client_agrees')));
  return { booked: undone ? undefined : confirmed, undone };
};

const addPairs = (
  tags: Tags,
  { booked, moved, cancelled, offer, promise, wish }: Commerce,
  sheet: FactSheet,
): void => {
  const state = booked ? 'booked' : moved ? 'moved' : cancelled ? 'cancelled' : 'open';
  sheet.add(`is_${state}`, booked ?? moved ?? cancelled ?? true);
  for (const { name, id } of BARRIERS) sheet.addIn(state, name, tags.last(id));
  const doubts = tags.firstOfEach(DOUBTS);
  for (let count = 1; count <= doubts.length; count += 1)
    sheet.add(`${state}_doubts_${count}`, doubts[count - 1]);
  for (const doubt of doubts) sheet.addIn(state, doubt.rule.id, doubt);
  for (const id of LATE_STEPS) {
    const hit = tags.last(id);
    sheet.addIn(state, id, hit);
    if (isAfter(hit, booked ?? moved)) sheet.addIn('after_booking', id, booked && hit);
  }
  sheet.addIn(state, 'promise', promise);
  sheet.addIn(state, 'offer', offer);
  sheet.addIn(state, 'no_offer', offer === undefined && wish);
  sheet.addIn(state, 'wish', wish);
  sheet.addIn(state, 'no_wish', wish === undefined);
  sheet.addIn(state, 'no_service', tags.last('target.no_service'));
};

const addIntents = (tags: Tags, { booked, moved }: Commerce, sheet: FactSheet): void => {
  const cancel = tags.last('intent.cancel');
  const reschedule = tags.last('intent.reschedule');
  const noMove = tags.last('intent.no_reschedule');
  sheet.add('cancel_only', reschedule === undefined && moved === undefined && cancel);
  sheet.add('cancel_final', noMove && cancel);
  sheet.add('cancel_then_booked', booked && cancel);
  sheet.add('reschedule_done', moved && reschedule);
  sheet.add('reschedule_open', moved === undefined && booked === undefined && reschedule);
  sheet.add(
    'has_booking_only',
    cancel === undefined && reschedule === undefined && tags.last('intent.has_booking'),
  );
  sheet.add('existing_client', tags.first('intent.existing_client', 'intent.has_booking'));
  sheet.add(
    'price_only',
    tags.first('intent.wants_booking') === undefined && tags.first('intent.asks_price'),
  );
  sheet.add(
    'info_only',
    tags.first('intent.wants_booking', 'intent.asks_price') === undefined && tags.first('intent.asks_info'),
  );
};

/** Did the client want to come, was a slot offered, was it taken, moved, dropped, left open? */
export const readCommerce = (
  _: ReadCall,
  tags: Tags,
  { closingFrom }: Ending,
  sheet: FactSheet,
): Commerce => {
  const { booked } = readBooked(tags);
  const moved = tags.last('booking.moved');
  const cancelled = tags.last('booking.cancelled');
  const wish = tags.first('intent.wants_booking', 'intent.asks_price');
  const offer = tags.last('booking.offers_slot');
  const promise = tags.last('promise.clinic_calls');
  const commerce: Commerce = {
    booked: isAfter(moved, booked) ? undefined : booked,
    moved:
      booked === undefined
        ? isAfter(cancelled, moved)
          ? undefined
          : moved
        : isAfter(moved, booked)
          ? moved
          : undefined,
    cancelled: isAfter(cancelled, booked ?? moved) ? cancelled : undefined,
    wish,
    offer,
    promise,
  };
  addPairs(tags, commerce, sheet);
  addIntents(tags, commerce, sheet);
  const agreed = tags.last('booking.client_agrees');
  const details = tags.last('booking.asks_details', 'booking.client_name');
  sheet.add('agreed', isAfter(agreed, offer) ? agreed : undefined);
  sheet.add('agreed_details', agreed && details);
  sheet.add('booked_details', commerce.booked && details);
  sheet.add('booked_agreed', commerce.booked && agreed);
  sheet.add('promise_late', promise !== undefined && promise.turn.order >= closingFrom ? promise : undefined);
  sheet.add(
    'open_late_promise',
    promise !== undefined && promise.turn.order >= closingFrom && !commerce.booked ? promise : undefined,
  );
  return commerce;
};
