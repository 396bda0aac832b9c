import type { Hit } from './match.js';
import type { Commerce } from './state-commerce.js';
import type { FactSheet } from './facts.js';
import { placeOf, type Tags } from './tags.js';

/** Families in which the client lays something at the clinic's door. */
const BLAME = [
  'escalation',
  'refund',
  'boss',
  'tells_everyone',
  'broken_promise',
  'repeated',
  'error',
  'price_surprise',
  'treatment',
  'rudeness',
  'wait',
  'outrage',
  'sarcasm',
  'leaving',
];
/** Loose signs: how many kinds of them come together says more than any one. */
const LOOSE = ['was_told', 'nobody', 'waits', 'again', 'why', 'mistake', 'harm', 'feeling', 'demand'];
const SUM_STEPS = [20, 40, 60, 90, 130];
const MAX_COUNTED_KINDS = 5;

const strongest = (hits: readonly Hit[]): Hit | undefined =>
  hits.toSorted((a, b) => b.rule.weight - a.rule.weight)[0];

/** How many kinds of blame were heard, how heavy they are together, and whether they were settled. */
export const readGrievance = (tags: Tags, { booked, cancelled }: Commerce, sheet: FactSheet): void => {
  const kinds = BLAME.flatMap((name) => tags.of(`complaint.${name}`).slice(0, 1));
  const sum = kinds.reduce((total, { rule }) => total + rule.weight, 0);
  const top = strongest(kinds);
  for (let count = 1; count <= Math.min(kinds.length, MAX_COUNTED_KINDS); count += 1)
    sheet.add(`blame_${count}`, top);
  for (const step of SUM_STEPS) if (sum >= step) sheet.add(`blame_sum_${step}`, top);

  const loose = LOOSE.flatMap((name) => tags.of(`grievance.${name}`).slice(0, 1));
  for (let count = 1; count <= Math.min(loose.length, MAX_COUNTED_KINDS); count += 1) {
    sheet.add(`loose_${count}`, loose[count - 1]);
    if (kinds.length > 0) sheet.add(`blame_loose_${count}`, loose[count - 1]);
  }

  const settled = tags.last('complaint.settled');
  const sorry = tags.first('complaint.operator_sorry', 'complaint.operator_excuse');
  const escalation = tags.last(
    'complaint.escalation',
    'complaint.refund',
    'complaint.boss',
    'complaint.tells_everyone',
  );
  const lastBlame = kinds.toSorted((a, b) => placeOf(b) - placeOf(a))[0];
  const isSettled =
    settled !== undefined && (lastBlame === undefined || placeOf(settled) > placeOf(lastBlame));
  sheet.add('blame_settled', isSettled && top ? settled : undefined);
  sheet.add('blame_unsettled', !isSettled ? top : undefined);
  sheet.add('blame_sorry', sorry && top);
  sheet.add('blame_denied', tags.last('attribution.denies_complaint'));
  sheet.add('blame_existing', tags.first('intent.existing_client', 'intent.has_booking') && top);
  sheet.add('blame_cancel', (cancelled ?? tags.last('intent.cancel')) && top);
  sheet.add('blame_booked', booked && top);
  sheet.add('blame_promise', tags.last('promise.passes_on', 'promise.clinic_calls') && top);
  sheet.add('escalation_unsettled', !isSettled ? escalation : undefined);
  sheet.add('escalation_blame', kinds.length > 1 ? escalation : undefined);
  const elsewhere = tags.last('barrier.competitor', 'refuse.elsewhere', 'complaint.leaving');
  sheet.add('cancel_elsewhere', (cancelled ?? tags.last('intent.cancel')) && elsewhere);
  sheet.add('existing_elsewhere', tags.first('intent.existing_client', 'intent.has_booking') && elsewhere);
};
