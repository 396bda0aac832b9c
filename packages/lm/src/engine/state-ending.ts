import type { Hit } from './match.js';
import type { ReadCall } from './prepare.js';
import type { FactSheet } from './facts.js';
import { placeOf, type Tags } from './tags.js';

export interface Ending {
  readonly dropped: Hit | undefined;
  /** Turns of people from this order number on belong to the end of the call. */
  readonly closingFrom: number;
}

const CLOSING_TURNS = 5;
const DROP_TURNS = 3;

/** Names, each with the rules that show it. */
type Kinds = readonly (readonly [string, readonly string[]])[];

/** What the client's last stance can be; the last one heard wins. */
const STANCES: Kinds = Object.entries({
  agrees: ['booking.client_agrees', 'booking.client_name', 'booking.client_slot'],
  thinks: ['delay.thinks', 'delay.ends_open', 'delay.condition'],
  will_call: ['delay.will_call'],
  asks_callback: ['delay.asks_callback', 'delay.busy'],
  waits: ['promise.client_waits'],
  refuses: ['refuse.final'],
  leaves: ['refuse.elsewhere', 'complaint.leaving'],
  demands: ['complaint.escalation', 'complaint.refund', 'complaint.boss', 'complaint.demands_answer'],
  settled: ['complaint.settled'],
});

/** What the operator's last move can be. */
const MOVES: Kinds = Object.entries({
  confirms: ['booking.confirmed'],
  moves: ['booking.moved'],
  cancels: ['booking.cancelled'],
  waitlists: ['booking.waitlist'],
  promises: ['promise.clinic_calls', 'promise.passes_on'],
  offers: ['booking.offers_slot', 'booking.offers_new_date'],
  brushes_off: ['barrier.operator_failed', 'quality.brushes_off'],
  lacks: ['target.no_service', 'quality.refuses'],
});

const lastOf = (tags: Tags, kinds: Kinds): [string, Hit] | undefined => {
  let best: [string, Hit] | undefined;
  for (const [name, ids] of kinds) {
    const hit = tags.last(...ids);
    if (hit !== undefined && (best === undefined || placeOf(hit) > placeOf(best[1]))) best = [name, hit];
  }
  return best;
};

/** How the call ended: the last stance of the client, the last move of the operator, a broken line. */
export const readEnding = ({ turns, dialogue }: ReadCall, tags: Tags, sheet: FactSheet): Ending => {
  const stance = lastOf(tags, STANCES);
  const move = lastOf(tags, MOVES);
  if (stance !== undefined) sheet.add(`stance_${stance[0]}`, stance[1]);
  if (move !== undefined) sheet.add(`move_${move[0]}`, move[1]);
  if (stance !== undefined && move !== undefined) sheet.add(`ends_${stance[0]}_${move[0]}`, stance[1]);

  const lost = tags.last('validity.dropped', 'validity.line_noise');
  const dropped = lost !== undefined && lost.turn.index >= turns.length - DROP_TURNS ? lost : undefined;
  sheet.add('dropped', dropped);
  return { dropped, closingFrom: dialogue.length - CLOSING_TURNS };
};
