import { DateTime } from 'luxon';
import type { Hit } from '../engine/match.js';
import type { ReadCall, ReadTurn } from '../engine/prepare.js';
import type { Tags } from '../engine/tags.js';
import { readMoment, type Clock } from '../time/moment.js';
import { zoneOf } from '../time/zone.js';

/** Rules whose turns speak of the next contact. */
const NEXT_CONTACT = [
  'delay.asks_callback',
  'delay.will_call',
  'promise.clinic_calls',
  'promise.client_waits',
  'delay.condition',
];
/** The moment may be said in an answer: «когда вам удобно?» — «завтра после трёх». */
const NEIGHBOURS = [0, 1, -1];
const MAX_TURNS = 8;

const wordsOf = (turn: ReadTurn): string[] => turn.words.map(({ word }) => word);

const latestFirst = (tags: Tags): ReadTurn[] => {
  const hits: Hit[] = NEXT_CONTACT.flatMap((id) => [...tags.of(id)]);
  const turns = new Set(hits.toSorted((a, b) => b.turn.index - a.turn.index).map(({ turn }) => turn));
  return [...turns].slice(0, MAX_TURNS);
};

/**
 * When the next contact was agreed for: the last named moment in or beside the words about it.
 * @returns ISO 8601 in UTC, null when nobody named one
 */
export const followupDueAt = ({ call, turns }: ReadCall, tags: Tags, timezone: string): string | null => {
  let now: DateTime | undefined;
  const clock: Clock = () => (now ??= DateTime.fromISO(call.call_date, { zone: zoneOf(timezone) }));
  for (const turn of latestFirst(tags)) {
    for (const step of NEIGHBOURS) {
      const near = turns[turn.index + step];
      const moment = near === undefined ? undefined : readMoment(wordsOf(near), clock);
      if (moment !== undefined) return moment.toUTC().toISO();
    }
  }
  return null;
};
