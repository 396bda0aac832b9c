import { outdone, whyNotRemind, type Reader, type StandingReminder } from './remindable.js';
import type { Drop } from './tellable.js';

interface Judged {
  tell: StandingReminder[];
  drops: { id: number; reason: Drop }[];
}

/** What of it still has to be told to this person, and why the rest need not. */
export const judgeReminders = (reminders: readonly StandingReminder[], reader: Reader, now: Date): Judged => {
  const judged = reminders.map((one) => ({ one, reason: whyNotRemind(one, reader, now) }));
  const worth = judged.flatMap(({ one, reason }) => (reason === null ? [one] : []));
  const needless = new Set(outdone(worth));
  return {
    tell: worth.filter((one) => !needless.has(one)),
    drops: [
      ...judged.flatMap(({ one: { id }, reason }) => (reason === null ? [] : [{ id, reason }])),
      ...[...needless].map(({ id }) => ({ id, reason: 'late' as const })),
    ],
  };
};
