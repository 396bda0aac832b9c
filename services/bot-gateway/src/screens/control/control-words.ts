import type { CallbackTimes, ClientsReturned } from '@perezvon/db/assignments';
import { MINUTE_MS } from '../../domain/durations.js';
import type { ControlNumbers } from '../../queries/control/find-control.js';
import type { ControlRows } from '../../queries/control/control-rows.js';
import { html, type Html } from '../../text/html.js';
import { moneyWords } from '../../text/money-words.js';
import { spanWords } from '../../text/span-words.js';
import type { Translate } from '../../text/translate.js';

/** How many assignments stand behind every number that has a list. */
export const countsOf = ({ counts, clients }: ControlNumbers): Readonly<Record<ControlRows, number>> => ({
  ...counts,
  booked_proven: clients.low,
  booked_said: clients.high - clients.low,
});

/** `12`, or `12–19` where only some of it is sure. */
const rangeWords = (low: Html, high: Html): Html => (low.html === high.html ? high : html`${low}–${high}`);

const countRange = ({ low, high }: ClientsReturned): Html => rangeWords(html`${low}`, html`${high}`);

/** «2–3»; null: nobody could have come back. */
export const clientsWords = (clients: ClientsReturned): Html | null =>
  clients.high === 0 ? null : countRange(clients);

/** The medians with their base; [] where nobody was called back. */
export const timesLines = ({ callbacks, fromGiven, fromCall }: CallbackTimes, t: Translate): Html[] =>
  fromGiven === null || fromCall === null
    ? []
    : [
        t('control-median', {
          given: spanWords(fromGiven * MINUTE_MS, t),
          call: spanWords(fromCall * MINUTE_MS, t),
          count: callbacks,
        }),
      ];

/**
 * Who came back, of how many callbacks, and what that is in money; [] where nobody was called back.
 * @param average what a booking brings, in kopecks; null: nobody has said
 */
export const moneyLines = (
  { clients, times: { callbacks } }: Pick<ControlNumbers, 'clients' | 'times'>,
  average: number | null,
  t: Translate,
): Html[] => {
  if (callbacks === 0) return [];
  const { low, high } = clients;
  return [
    t('control-clients', { range: countRange(clients), count: callbacks }),
    ...(high === 0 ? [] : [t('control-clients-why', { proven: low, said: high - low })]),
    ...(high === 0 || average === null
      ? []
      : [
          t('control-money', {
            range: rangeWords(moneyWords(low * average, t), moneyWords(high * average, t)),
            average: moneyWords(average, t),
          }),
        ]),
    ...(average === null ? [t('control-no-average')] : []),
  ];
};
