import { MEDIAN, quantile } from '../quantile.js';
import { asCount, asRatio, table } from '../table.js';
import type { ReminderSpeed } from './measure-reminders.js';

const MS_PER_S = 1_000;
/** What Telegram lets a bot send. */
const TELEGRAM_A_SECOND = 30;

/** The most moments that lie within one second. */
export const mostInASecond = (momentsMs: readonly number[]): number => {
  const sorted = momentsMs.toSorted((one, other) => one - other);
  let first = 0;
  let most = 0;
  for (const [last, moment] of sorted.entries()) {
    while (moment - (sorted[first] ?? moment) >= MS_PER_S) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
};

const asSeconds = (ms: number): string => (ms / MS_PER_S).toFixed(1);

/** How fast deadlines were told, as lines; seconds from the deadline. */
export const reportReminders = ({ assignments, people, told, sentAfterMs }: ReminderSpeed): string[] => {
  const last = Math.max(...sentAfterMs);
  const least = (people / TELEGRAM_A_SECOND) * MS_PER_S;
  return [
    `Reminders: ${asCount(assignments)} deadlines of ${asCount(people)} people at one moment; seconds from it`,
    ...table(
      [''],
      [
        { label: 'Assignments told', cells: [asCount(told)] },
        { label: 'Messages', cells: [asCount(sentAfterMs.length)] },
        { label: 'Told, median', cells: [asSeconds(quantile(sentAfterMs, MEDIAN))] },
        { label: 'Told, last', cells: [asSeconds(last)] },
        { label: 'Messages in one second, at most', cells: [asCount(mostInASecond(sentAfterMs))] },
        {
          label: `Last told to the least that ${TELEGRAM_A_SECOND}/s allow (ratio)`,
          cells: [asRatio(last / least)],
        },
      ],
    ),
    '',
  ];
};
