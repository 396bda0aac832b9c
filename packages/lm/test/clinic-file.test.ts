import { expect, test } from '@jest/globals';
import {
  checkRuleset,
  compileRuleset,
  problemText,
  readRulesetFiles,
  RuleFileError,
  withClinicAdditions,
} from '../src/index.js';

const files = readRulesetFiles();
const problemsOf = (yaml: string): string[] => {
  try {
    compileRuleset(withClinicAdditions(files, yaml));
  } catch (error) {
    if (error instanceof RuleFileError) return error.problems.map(problemText);
    throw error;
  }
  return [];
};

test.each([
  ['phrase: []', /^clinic\.yaml:1:1 "phrase" is not known here; .*did you mean "phrases"\?$/u],
  [
    'phrases: [{ rule: complaint.wiat, phrases: [жду] }]',
    /:1:19 phrases\[0\]\.rule: there is no rule "complaint\.wiat"; did you mean "complaint\.wait"\?$/u,
  ],
  [
    'phrases: [{ rule: complaint.wait, phrases: [жду @srvice] }]',
    /:1:49 .*there is no class "srvice"; did you mean "service"\?$/u,
  ],
  ['exclusions: [{ rule: complaint, phrases: [(жду] }]', /:1:43 .*"\)" is missing$/u],
  ['exclusions: [{ rule: model.words, phrases: [жду] }]', /exclusions\[0\]\.metric: .*expected the metric/u],
  ['weights: { thresholds: { complaint_risk_flag: 1 } }', /:1:47 .*1 stands here; expected at most 0\.9$/u],
  ['weights: { books_within_14_days: { record: 1 } }', /"books_within_14_days" is not known here/u],
  ['checklists: [{ kind: bookin }]', /a new one needs its outcomes; did you mean "booking"\?$/mu],
  ['checklists: [{ kind: booking, drop: [greting] }]', /no step "greting"; did you mean "greeting"\?$/u],
  [
    'services: { offered: [{ name: УЗИ }] }',
    /services\.offered\[0\]\.said: nothing stands here; expected a list$/u,
  ],
  ['phrases: [жду', /^clinic\.yaml:2:1 no YAML: /u],
  ['phrases: *nobody', /^clinic\.yaml:1:1 .*write the values out instead of aliases$/u],
])('%s does not load, and says what to correct', (yaml, message) => {
  expect(problemsOf(`${yaml}\n`).join('\n')).toMatch(message);
});

test('a phrase that its rule has already is a warning in the clinic’s file, and in no other', () => {
  const yaml = `phrases:
  - { rule: complaint.escalation, phrases: [книг* жалоб, юрист*] }
  - { rule: target.courier, phrases: [воды] }
exclusions: [{ rule: grievance.feeling, phrases: [абракадабра] }]
`;
  const shippedWarnings = checkRuleset(files).problems.map(problemText);
  const { problems } = checkRuleset(withClinicAdditions(files, yaml));
  expect(problems.map(problemText).filter((text) => !shippedWarnings.includes(text))).toEqual([
    expect.stringMatching(
      /^clinic\.yaml:2:45 warning: phrases\[0\]\.phrases\[0\]: adds nothing: "книг\* \(жалоб\|отзывов\)"/u,
    ),
    expect.stringMatching(/^clinic\.yaml:2:58 warning: phrases\[0\]\.phrases\[1\]: adds nothing: "\(юрист/u),
    expect.stringMatching(
      /^clinic\.yaml:4:14 warning: .*grievance\.feeling speaks for no metric of its own: name one/u,
    ),
  ]);
});

test('a document that would slow every start is refused', () => {
  const many = '(а|б|в|г|д|е|ж|з|и|к) '.repeat(3).trim();
  const phrases = Array.from({ length: 30 }, () => `      - ${many}`).join('\n');
  expect(problemsOf(`phrases:\n  - rule: complaint.wait\n    phrases:\n${phrases}\n`).join()).toMatch(
    /clinic\.yaml:24:9 .*21000 word sequences; expected at most 20000 in all/u,
  );
  expect(problemsOf(`# ${'я'.repeat(2 ** 17)}\nphrases: []\n`).join()).toMatch(
    /^clinic\.yaml:1:1 the document has \d+ letters; expected at most 131072$/u,
  );
});
