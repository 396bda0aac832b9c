import { expect, test } from '@jest/globals';
import type { LabelledCall, Labels } from '../src/fit/labelled.js';
import { labelledFiles } from './given.js';

const files = labelledFiles();

/** Labels that have to be proven by words of the call (labelled-calls guide). */
const positives = (labels: Labels): string[] => [
  ...(labels.complaint_risk === 'none' ? [] : ['complaint_risk']),
  ...(labels.followup_needed === true ? ['followup_needed'] : []),
  ...(labels.lost_opportunity === true ? ['lost_opportunity'] : []),
  ...(labels.churn_risk === 'low' ? [] : ['churn_risk']),
  ...(labels.cross_sell === true ? ['cross_sell'] : []),
];

const NO_LOSS: readonly string[] = ['record', 'reschedule', 'info_only', 'non_target'];
const NO_DIALOGUE: readonly string[] = ['missed', 'technical', 'spam', 'non_target'];

/** What the guide rules out for a call that is no dialogue. */
const silentProblems = ({ labels }: LabelledCall): string[] => {
  const { valid_dialogue: _, outcome, evidence, ...rest } = labels;
  return [
    ...(NO_DIALOGUE.includes(outcome) ? [] : [`no dialogue, yet ${outcome}`]),
    ...Object.entries(rest).flatMap(([name, value]) => (value === null ? [] : [`${name} is not null`])),
    ...((evidence ?? []).length === 0 ? [] : ['evidence without a dialogue']),
  ];
};

const dialogueProblems = ({ labels, transcript }: LabelledCall): string[] => {
  const { outcome, evidence } = labels;
  const isOpenLead = outcome === 'lead_no_record';
  const needsTarget = labels.lost_opportunity === true || labels.cross_sell === true;
  return [
    ...(isOpenLead && labels.followup_needed !== true ? ['an open lead without a follow-up'] : []),
    ...(outcome === 'non_target' && labels.is_target === true ? ['non_target, yet a target'] : []),
    ...(NO_LOSS.includes(outcome) && labels.lost_opportunity === true ? [`${outcome}, yet lost`] : []),
    ...(needsTarget && labels.is_target !== true ? ['lost or cross-sell without a target'] : []),
    ...((labels.followup_reason !== null) === labels.followup_needed ? [] : ['follow-up and its reason']),
    ...((labels.loss_reason !== null) === labels.lost_opportunity ? [] : ['loss and its reason']),
    ...positives(labels)
      .filter((label) => !evidence?.some((one) => one.label === label))
      .map((label) => `no evidence of ${label}`),
    ...(evidence ?? [])
      .filter(({ turn, quote }) => quote === '' || transcript?.[turn]?.text.includes(quote) !== true)
      .map(({ quote }) => `not said: ${quote}`),
  ];
};

test.each(Object.entries(files))('%s: labels agree with the guide, quotes are literal', (_, calls) => {
  const problems = calls.flatMap((call) => {
    const found = call.labels.valid_dialogue ? dialogueProblems(call) : silentProblems(call);
    return found.map((problem) => `${call.history_id}: ${problem}`);
  });
  expect(problems).toEqual([]);
});

test('no id and no longer words of a client stand twice', () => {
  const calls = Object.values(files).flat();
  expect(new Set(calls.map(({ history_id: id }) => id)).size).toBe(calls.length);
  const long = calls.flatMap(({ transcript }) =>
    (transcript ?? []).flatMap(({ speaker, text }) =>
      speaker === 'client' && text.length > 40 ? [text] : [],
    ),
  );
  expect(long.length - new Set(long).size).toBe(0);
});
