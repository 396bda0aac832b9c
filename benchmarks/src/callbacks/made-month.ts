import type { MadeMonth } from './month.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, monthWriter, type Client, type MonthWriter } from './month-writer.js';
import { randomFrom } from './random.js';
import { ordinaryTalk } from './said-numbers.js';
import { STORIES } from './stories.js';

const FIRST_DAY = Date.parse('2026-11-01T06:00:00Z');
/** Stories begin in the first days of thirty: they last up to three. */
const STORY_DAYS = 26;
const MONTH_DAYS = 30;
const DAY_HOURS = 12;
const STORIES_PER_CALL = 0.03;
/** Calls of the clinic's own accord: reminders, results. */
const OUTGOING_SHARE = 0.2;
const TALKED_SHARE = 0.6;
const HIDDEN_SHARE = 0.02;
const TRANSCRIBED_SHARE = 0.3;
/** Who calls more than once in a month. */
const KNOWN_SHARE = 0.4;
/** A company whose people all call from one number, and how many of its calls there are. */
const SWITCHBOARD_CALLS = 80;

const someMoment = (month: MonthWriter, days: number): number =>
  FIRST_DAY + month.random.int(0, days - 1) * DAY_MS + month.random.int(0, DAY_HOURS * 60) * MINUTE_MS;

/** Every story as often as its weight says, and at least once. */
const tellStories = (month: MonthWriter, count: number): void => {
  const weights = STORIES.reduce((sum, { weight }) => sum + weight, 0);
  for (const { name, weight, tell } of STORIES)
    for (let times = Math.max(1, Math.round((count * weight) / weights)); times > 0; times -= 1)
      tell(month, someMoment(month, STORY_DAYS), name);
};

/** People of one company: whoever of them is called, it proves nothing of the others. */
const tellSwitchboard = (month: MonthWriter): void => {
  const phone = month.newPhone();
  for (let call = 0; call < SWITCHBOARD_CALLS; call += 1)
    month.ring({ at: someMoment(month, MONTH_DAYS), client: { ...month.newClient(), phone } });
  const client: Client = { ...month.newClient(), phone };
  const at = FIRST_DAY + 10 * DAY_MS;
  month.give(month.ring({ at, client }), client, at + HOUR_MS, 'a company’s number');
  month.dial({ at: at + 2 * HOUR_MS, client: { ...month.newClient(), phone }, seconds: 120 });
};

const ordinaryCall = (month: MonthWriter, known: Client[]): void => {
  const { random } = month;
  const client = known.length > 0 && random.chance(KNOWN_SHARE) ? random.pick(known) : month.newClient();
  known.push(client);
  const ring = {
    at: someMoment(month, MONTH_DAYS),
    client,
    turns: random.chance(TRANSCRIBED_SHARE) ? ordinaryTalk(random) : null,
    ...(random.chance(HIDDEN_SHARE) && { phone: null }),
  };
  if (!random.chance(OUTGOING_SHARE)) month.ring(ring);
  else
    month.dial({
      ...ring,
      turns: null,
      seconds: random.chance(TALKED_SHARE) ? random.int(30, 300) : random.int(0, 29),
    });
};

/**
 * Thirty days of a clinic's calls, with callbacks of every kind that is hard to match, the same in every run.
 * @param calls how many, at least those that the stories need
 * @param stories how many of the calls lead to a callback, about; absent: three in a hundred
 */
export const madeMonth = (
  calls: number,
  { stories = Math.round(calls * STORIES_PER_CALL), seed = 1 }: { stories?: number; seed?: number } = {},
): MadeMonth => {
  const month = monthWriter(randomFrom(seed));
  tellStories(month, stories);
  tellSwitchboard(month);
  const known: Client[] = [];
  while (month.calls() < calls) ordinaryCall(month, known);
  return month.finish();
};
