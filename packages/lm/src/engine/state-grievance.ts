import type { Hit } from './match.js';
import type { Commerce } from './state-commerce.js';
import type { FactSheet } from './facts.js';
import { placeOf, type Tags } from './tags.js';

/** Families in which the client lays something at the clinic's door. */
const BLAME = [
  'complaint.escalation',
  'complaint.refund',
  'complaint.boss',
  'complaint.tells_everyone',
  'complaint.broken_promise',
  'complaint.repeated',
  'complaint.error',
  'complaint.price_surprise',
  'complaint.treatment',
  'complaint.rudeness',
  'complaint.wait',
  'complaint.outrage',
  'complaint.sarcasm',
  'complaint.leaving',
];
/** Loose signs: how many kinds of them come together says more than any one. */
const LOOSE = [
  'grievance.was_told',
  'grievance.nobody',
  'grievance.waits',
  'grievance.again',
  'grievance.why',
  'grievance.mistake',
  'grievance.harm',
  'grievance.feeling',
  'grievance.demand',
];
const SUM_STEPS = [20, 40, 60, 90, 130];
const MAX_COUNTED_KINDS = 5;

const strongest = (hits: readonly Hit[]): Hit | undefined =>
  hits.toSorted((a, b) => b.rule.weight - a.rule.weight)[0];

/** How many kinds of blame were heard, how heavy they are together, and whether they were settled. */
export const readGrievance = (tags: Tags, { booked, cancelled }: Commerce, sheet: FactSheet): void => {
  const kinds = tags.firstOfEach(BLAME);
  const sum = kinds.reduce((total, { rule }) => total + rule.weight, 0);
  const top = strongest(kinds);
  for (let count = 1; count <= Math.min(kinds.length, MAX_COUNTED_KINDS); count += 1)
    sheet.addIn('blame', String(count), top);
  for (const step of SUM_STEPS) if (sum >= step) sheet.addIn('blame_sum', String(step), top);

  const loose = tags.firstOfEach(LOOSE);
  for (let count = 1; count <= Math.min(loose.length, MAX_COUNTED_KINDS); count += 1) {
    sheet.addIn('loose', String(count), loose[count - 1]);
    if (kinds.length > 0) sheet.addIn('blame_loose', String(count), loose[count - 1]);
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
