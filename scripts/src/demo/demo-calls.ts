import { DateTime } from 'luxon';
import { chooseDialogue } from './choose-dialogue.js';
import { pickClient } from './client.js';
import { planDay } from './day-plan.js';
import type { DemoTexts } from './load-texts.js';
import { makeCall, type DemoCall } from './make-call.js';
import { waitingClients } from './promised-clients.js';
import { createRandom } from './random.js';

/** What the demo depends on besides its texts: nothing else, so the same day always had the same calls. */
export interface DemoOptions {
  seed: string;
  /** IANA time zone of the clinic. */
  zone: string;
}

const FIRST_HISTORY_ID = 500_000;
/** More than any day has calls: the id tells the day. */
const IDS_PER_DAY = 100;
const ID_EPOCH = DateTime.utc(2024, 1, 1);
/** The demo reaches so many days back, today included. */
export const DEMO_DAYS = 30;
/** No call of the demo lasts longer; one that began later than this before now may still be going on. */
export const LONGEST_CALL_MINUTES = 10;

/** All calls of one clinic day, whatever the time is now. `day`: any moment of it. */
export const demoCallsOfDay = (day: DateTime, texts: DemoTexts, { seed, zone }: DemoOptions): DemoCall[] => {
  const midnight = day.setZone(zone).startOf('day');
  const random = createRandom(`${seed} ${midnight.toISODate()}`);
  const dayNumber = midnight.setZone('utc', { keepLocalTime: true }).diff(ID_EPOCH, 'days').days;
  const firstId = FIRST_HISTORY_ID + dayNumber * IDS_PER_DAY;
  const promised = waitingClients();
  return planDay(midnight, random).map((planned, index) => {
    const chosen = chooseDialogue(planned, texts, random);
    const { dialogue } = chosen;
    const client = promised.clientOf(dialogue, pickClient(dialogue, texts.names, random));
    return makeCall(firstId + index, planned, chosen, client, texts, random);
  });
};

/**
 * The calls of the last `DEMO_DAYS` clinic days that are over at `now`, the oldest first.
 * @param after only calls that began later than this; null: all of them
 */
export const demoCalls = (
  { now, after }: { now: Date; after: Date | null },
  texts: DemoTexts,
  options: DemoOptions,
): DemoCall[] => {
  const today = DateTime.fromJSDate(now, { zone: options.zone });
  const over = today.minus({ minutes: LONGEST_CALL_MINUTES }).toMillis();
  const from = after?.getTime() ?? Number.NEGATIVE_INFINITY;
  return Array.from({ length: DEMO_DAYS }, (_, index) => today.minus({ days: DEMO_DAYS - 1 - index }))
    .filter((day) => day.endOf('day').toMillis() > from)
    .flatMap((day) => demoCallsOfDay(day, texts, options))
    .filter(({ call_date }) => Date.parse(call_date) > from && Date.parse(call_date) <= over);
};
