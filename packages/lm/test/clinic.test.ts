import { METRICS, type CallScore } from '@perezvon/contracts';
import { expect, test } from '@jest/globals';
import {
  compileRuleset,
  readRulesetFiles,
  rulesetHash,
  scoreCall,
  versionTag,
  withClinicAdditions,
  type Ruleset,
} from '../src/index.js';
import { analyse } from '../src/engine/analyse.js';
import { featureName, isWordFeature } from '../src/model/feature-space.js';
import { givenCall, MOSCOW, ownCalls, talk } from './given.js';

const files = readRulesetFiles();
const shipped = compileRuleset(files);
const withClinic = (yaml: string): Ruleset => compileRuleset(withClinicAdditions(files, yaml));
const score = (lines: readonly string[], ruleset: Ruleset, callDate?: string): CallScore =>
  scoreCall(
    givenCall(talk(...lines), callDate === undefined ? {} : { call_date: callDate }),
    ruleset,
    MOSCOW,
  );
/** One clinic; each story below is about one of its lines. */
const CLINIC = `
phrases:
  - { rule: complaint.escalation, phrases: [вертолет <2> устрою] }
  - { rule: complaint.refund, phrases: [вертолет назад] }
  - { rule: complaint.outrage, phrases: [полный вертолет] }
  - { rule: quality.rude, phrases: [вертолет в голове] }
exclusions:
  - { rule: complaint, phrases: [подам на вас в суд, роспотребнадзор*, верните деньги], why: hypothetical }
  - { rule: complaint, phrases: [третий раз звоню] }
  - { rule: grievance, phrases: [третий раз звоню], metric: complaint_risk_flag }
  - { rule: model.words, metric: complaint_risk_flag, phrases: [безобразие просто], why: other_party }
services:
  offered: [{ name: Грязи, said: [грязь <1> анапы, водоросл*] }]
  not_offered: [{ name: МРТ, said: [=мрт] }]
`;
const clinics = withClinic(CLINIC);

const SLANG = [
  'o: Клиника, здравствуйте',
  'c: Здравствуйте, Иванова, я вам такой вертолёт устрою',
  'o: Что случилось',
  'c: У вас полный вертолёт, вертолёт я вам устрою, вертолёт назад',
  'o: Вертолёт в голове у вас',
  'c: До свидания',
];

/** How likely the ruleset takes the call for a complaint, 0–1. */
const complaintIn = (lines: readonly string[], ruleset: Ruleset): number =>
  score(lines, ruleset).metrics.complaint_prob ?? NaN;

test('a phrase of the clinic speaks for what its rule speaks for, with the words as evidence', () => {
  expect(complaintIn(SLANG, clinics)).toBeGreaterThan(complaintIn(SLANG, shipped) * 2);
  expect(score(SLANG, shipped).metrics.script_risk_index).toBe(0);
  const { metrics, evidence } = score(SLANG, clinics);
  expect(metrics.script_risk_index).toBeGreaterThanOrEqual(METRICS.script_risk_index.yellow);
  expect(evidence.find(({ metric }) => metric === 'script_risk_index')).toMatchObject({
    turn: 4,
    quote: 'Вертолёт в голове у вас',
    rule: 'quality.rude',
  });
});

const THREAT = [
  'o: Клиника, здравствуйте',
  'c: Здравствуйте, подам на вас в суд и в роспотребнадзор, верните деньги',
  'o: Хорошо',
  'c: Верните деньги, подам на вас в суд',
  'o: Поняла',
  'c: Спасибо, до свидания',
];

test('excluded words never trigger the rule: they are shown as set aside, with the reason', () => {
  expect(complaintIn(THREAT, clinics)).toBeLessThan(complaintIn(THREAT, shipped) / 2);
  const { evidence, ruled_out: ruledOut } = score(THREAT, clinics);
  expect(evidence.map(({ quote }) => quote.toLowerCase()).join()).not.toContain('деньги');
  expect(ruledOut.filter(({ rule }) => rule === 'complaint.refund')).toEqual([
    expect.objectContaining({ turn: 1, quote: 'верните деньги', why: 'hypothetical' }),
    expect.objectContaining({ turn: 3, quote: 'Верните деньги', why: 'hypothetical' }),
  ]);
});

test('to the model excluded words are words it does not know, and all others stay', () => {
  const named = [
    'o: Клиника, здравствуйте',
    'c: Здравствуйте, третий раз звоню, запишите к терапевту',
    'o: Записала вас на завтра на пятнадцать',
    'c: Спасибо',
  ];
  const unnamed = named.map((line) => line.replace('третий раз звоню', 'абвг абвгд абвгде'));
  const heard = (lines: readonly string[], ruleset: Ruleset): string[] => {
    const { model } = ruleset;
    return analyse(givenCall(talk(...lines)), ruleset)
      .features.map(({ feature }) => model.features.keyOf(feature))
      .filter((key) => isWordFeature(key, model.units))
      .map((key) => featureName(key, model.units))
      .toSorted((a, b) => (a < b ? -1 : 1));
  };
  expect(heard(named, clinics)).toEqual(heard(unnamed, shipped));
  expect(heard(named, shipped)).toContain('stem|client|раз');
});

test('words that speak without a rule can be set aside too', () => {
  const line = 'c: Ужас какой снег на улице, безобразие просто';
  const lines = ['o: Клиника, здравствуйте', line, 'o: Да, метёт, слушаю вас', 'c: Запишите к терапевту'];
  const { metrics, ruled_out: ruledOut } = score(lines, clinics);
  expect(metrics.complaint_prob).toBeLessThan(score(lines, shipped).metrics.complaint_prob ?? 0);
  expect(ruledOut).toContainEqual({
    metric: 'complaint_risk_flag',
    turn: 1,
    t: 5,
    quote: 'безобразие просто',
    rule: 'model.words',
    why: 'other_party',
  });
});

test.each(['грязь из Анапы', 'водоросли'])('a service of the clinic counts as one: %s', (said) => {
  const lines = [
    'o: Клиника, здравствуйте',
    'c: Здравствуйте, запишите меня к терапевту',
    'o: Записала вас на завтра на пятнадцать, ждём',
    `c: Спасибо, а ${said} у вас тоже есть`,
    'o: Да',
    'c: Понятно, до свидания',
  ];
  const [before, after] = [shipped, clinics].map(
    (one) => score(lines, one).metrics.cross_sell_potential ?? 0,
  );
  expect(after).toBeGreaterThan(before ?? 0);
});

const ASKS_MRI = [
  'o: Клиника, здравствуйте',
  'c: Здравствуйте, сколько стоит МРТ колена',
  'o: Подскажите, вы у нас были раньше',
  'c: Нет, не была, мне МРТ надо',
  'o: Сейчас записи нет',
  'c: Понятно, спасибо, до свидания',
];

test('who asks only for what the clinic does not have is no lost client', () => {
  const [before, after] = [score(ASKS_MRI, shipped), score(ASKS_MRI, clinics)];
  expect(before).toMatchObject({ is_target: true, outcome: 'refusal' });
  expect(before.metrics.lost_opportunity_score).toBeGreaterThanOrEqual(60);
  expect(after).toMatchObject({ is_target: false, outcome: 'non_target' });
  expect(after.metrics.lost_opportunity_score).toBeNull();
  expect(after.ruled_out[0]).toMatchObject({ quote: 'МРТ', rule: 'service.named', why: 'other_party' });
});

test('who asks for a service of the clinic besides stays its client', () => {
  const both = ASKS_MRI.map((line) => line.replace('мне МРТ надо', 'запишите тогда к неврологу на приём'));
  expect(score(both, clinics).is_target).toBe(true);
});

const BOOKING = [
  'o: Клиника Ромашка, Анна, здравствуйте',
  'c: Здравствуйте, запишите меня к терапевту',
  'o: Как вас зовут, что беспокоит',
  'c: Иванова, кашель',
  'o: Есть завтра в три часа, подойдёт',
  'c: Да',
  'o: Записала вас на завтра на пятнадцать, парковка у нас во дворе, до свидания',
  'c: Спасибо',
];
const coverage = (ruleset: Ruleset): number =>
  score(BOOKING, ruleset).metrics.checklist_coverage_ratio ?? NaN;
const PASSPORT = '{ id: passport, phrases: [паспорт* <3> возьмите] }';

test('steps of a checklist are added, dropped and replaced', () => {
  const added = (drop: string): number =>
    coverage(withClinic(`checklists:\n  - { kind: booking, drop: [${drop}], steps: [${PASSPORT}] }\n`));
  const all = added('');
  expect(all).toBeLessThan(coverage(shipped));
  expect(added('greeting')).toBeLessThan(all);
});

test('a list that replaces a shipped one counts what the operator says, not the client', () => {
  const steps = `{ id: parking, phrases: [парковк*] }, { id: cough, phrases: [кашель] }, ${PASSPORT}, { id: hello, done_by: [quality.greeting] }`;
  const ruleset = withClinic(`checklists:\n  - { kind: booking, replace: true, steps: [${steps}] }\n`);
  expect(coverage(ruleset)).toBe(50);
});

test('a list of the clinic’s own is used before the shipped ones; shares of the call score are its own', () => {
  const ruleset = withClinic(`
checklists:
  - { kind: by_phone, direction: inbound, outcomes: [record], steps: [{ id: parking, phrases: [парковк*] }, ${PASSPORT}, { id: coat, phrases: [гардероб] }] }
weights: { call_score: { courtesy: 0, response: 0, checklist: 1, result: 0 } }
`);
  expect(score(BOOKING, ruleset).metrics).toMatchObject({
    checklist_coverage_ratio: 33,
    normalized_call_score: 33,
  });
});

const NIGHT = '2026-02-03T23:20:00+03:00';
const DAY = '2026-02-03T11:20:00+03:00';
const HOURLY = withClinic(`
weights:
  thresholds: { complaint_risk_flag: 0.9 }
  thresholds_by_profile: { night: { complaint_risk_flag: 0.1 } }
`);

/** Probabilities are told to the thousandth. */
const ROUNDING = 0.001;

test.each([
  ['by day', DAY, 0.9],
  ['at night', NIGHT, 0.1],
])(
  '%s the clinic’s threshold of those hours decides, and flag, score and quotes go together',
  (_, at, threshold) => {
    const { red } = METRICS.complaint_risk_score;
    for (const call of ownCalls()) {
      const { metrics, evidence } = scoreCall({ ...call, call_date: at }, HOURLY, MOSCOW);
      const { complaint_prob: probability, complaint_risk_score: points } = metrics;
      if (probability === null || Math.abs(probability - threshold) <= ROUNDING) continue;
      expect(metrics.complaint_risk_flag).toBe(probability > threshold);
      expect((points ?? 0) >= red).toBe(probability > threshold);
      expect(evidence.some(({ metric }) => metric === 'complaint_risk_flag')).toBe(probability > threshold);
    }
  },
);

test('the same call may be red at night and not by day', () => {
  const flags = ownCalls().map((call) =>
    [DAY, NIGHT].map(
      (at) => scoreCall({ ...call, call_date: at }, HOURLY, MOSCOW).metrics.complaint_risk_flag,
    ),
  );
  expect(flags.filter(([day, night]) => day === false && night === true).length).toBeGreaterThan(3);
  expect(flags.filter(([day, night]) => day === true && night !== true)).toEqual([]);
});

test('the additions are a part of hash and tag; no file, or comments only, is the shipped tag', () => {
  const own = withClinicAdditions(files, CLINIC);
  expect(clinics.tag).toBe(versionTag(own));
  expect(clinics.tag).not.toBe(shipped.tag);
  expect(rulesetHash(withClinicAdditions(files, `${CLINIC} `))).not.toBe(rulesetHash(own));
  for (const nothing of [null, '', '\n# nothing yet\n'])
    expect(versionTag(withClinicAdditions(own, nothing))).toBe(shipped.tag);
});

test('additions that say nothing new change no score but its tag', () => {
  const ruleset = withClinic(`
phrases:
  - { rule: complaint.escalation, phrases: [(юрист*|адвокат*), книг* (жалоб|отзывов)] }
exclusions:
  - { rule: complaint, phrases: [=абракадабра] }
services:
  offered: [{ name: УЗИ, said: [=узи] }]
  not_offered: [{ name: Телепортация, said: [телепортац*] }]
checklists:
  - { kind: booking }
weights: { call_score: { checklist: 0.4 } }
`);
  const untagged = ({ lm_version_tag: _tag, metrics, ...rest }: CallScore): unknown => ({
    ...rest,
    metrics: { ...metrics, lm_version_tag: '' },
  });
  for (const call of ownCalls())
    expect(untagged(scoreCall(call, ruleset, MOSCOW))).toEqual(untagged(scoreCall(call, shipped, MOSCOW)));
});

const WIDE = `exclusions:
  - { rule: complaint, phrases: [(я|не|мне|вы|что), верните деньги], why: hypothetical }
  - { rule: model.words, metric: complaint_risk_flag, phrases: [третий раз] }
`;

test('whatever is set aside, every quote stands literally in its turn', () => {
  const ruleset = withClinic(WIDE);
  let setAside = 0;
  for (const call of ownCalls()) {
    const { evidence, ruled_out: ruledOut } = scoreCall(call, ruleset, MOSCOW);
    setAside += ruledOut.filter(({ why }) => why === 'hypothetical').length;
    for (const { turn, quote } of [...evidence, ...ruledOut])
      expect(call.transcript?.[turn]?.text).toContain(quote);
  }
  expect(setAside).toBeGreaterThan(10);
});

test('a call full of excluded words four times as long costs about four times as much', () => {
  const ruleset = withClinic(WIDE);
  const cpuMs = (size: number): number => {
    const before = process.cpuUsage();
    score([`c: ${'третий раз звоню верните деньги '.repeat(size)}`, 'o: Слушаю вас'], ruleset);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  cpuMs(500);
  const small = cpuMs(2000);
  expect(cpuMs(8000)).toBeLessThan(Math.max(small, 20) * 10);
});
