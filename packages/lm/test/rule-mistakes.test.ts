import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkRuleset,
  compileRuleset,
  problemText,
  readRulesetFiles,
  RuleFileError,
  versionTag,
  type RulesetFile,
} from '../src/index.js';

const WEIGHTS = readRulesetFiles().find(({ name }) => name === 'weights.yaml')?.content ?? '';
/** A directory that loads at once: what the mistakes below are nearly right about. */
const FEW: readonly RulesetFile[] = [
  { name: 'weights.yaml', content: WEIGHTS },
  {
    name: 'few.yaml',
    content: `classes: { weekday: [вторник] }
rules:
  - { id: attribution.on_them, speaker: client, phrases: [у них @weekday] }
  - { id: quality.greeting, speaker: operator, phrases: [здравствуйте] }
checklists:
  - { kind: booking, outcomes: [record], steps: [{ id: greeting, done_by: [quality.greeting] }] }
`,
  },
];
const fewWith = (name: string, content: string): RulesetFile[] => [...FEW, { name, content }];
const told = (all: readonly RulesetFile[], of: string): string[] =>
  checkRuleset(all)
    .problems.filter(({ file }) => file === of)
    .map(problemText);

const rule = (more: string): string => `rules:\n  - { id: my.rule, speaker: client, ${more} }\n`;

test.each([
  [
    'nobody speaks so',
    'rules:\n  - id: my.rule\n    speaker: clinet\n    phrases: [слово]\n',
    'my.yaml:3:14 rules[0].speaker: "clinet" stands here; expected one of operator, client, system, any; did you mean "client"?',
  ],
  [
    'no phrases',
    'rules:\n  - id: my.rule\n    speaker: client\n',
    'my.yaml:2:5 rules[0].phrases: nothing stands here; expected a list',
  ],
  [
    'an id without a family',
    'rules: [{ id: rule, speaker: client, phrases: [слово] }]',
    'my.yaml:1:15 rules[0].id: "rule" stands here; expected an id like complaint.broken_promise',
  ],
  [
    'a key that is misspelled',
    rule('phrase: [слово], phrases: [слово]'),
    'my.yaml:2:37 rules[0]: "phrase" is not known here; expected id, speaker, place, metric, weight, negatable, unless, phrases, note; did you mean "phrases"?',
  ],
  [
    'a weight out of range',
    rule('weight: 250, phrases: [слово]'),
    'my.yaml:2:45 rules[0].weight: 250 stands here; expected at most 100',
  ],
  [
    'a section that does not exist',
    'rulez: []\n',
    'my.yaml:1:1 "rulez" is not known here; expected classes, rules, checklists, weights, retired; did you mean "rules"?',
  ],
  ['a section that is no list', 'rules: да\n', 'my.yaml:1:8 rules: "да" stands here; expected a list'],
  [
    'a class with a bad name',
    'classes: { Врач: [врач] }\n',
    'my.yaml:1:12 classes: "Врач" stands here as a name; expected a name of small Latin letters and _, like weekday',
  ],
  [
    'a class of phrases',
    'classes: { num: [врач, два слова] }\n',
    'my.yaml:1:24 classes.num[1]: "два слова" stands here; expected a single word: several words are a phrase of a rule',
  ],
  [
    'an open bracket',
    rule('phrases: ["один (два|три"]'),
    'my.yaml:2:53 rules[0].phrases[0]: in the phrase "один (два|три": "(" is never closed: ")" is missing',
  ],
  [
    'a gap too wide',
    rule('phrases: [один <9> два]'),
    'my.yaml:2:52 rules[0].phrases[0]: in the phrase "один <9> два": "<9>": a gap is <1> to <8>',
  ],
  [
    'a mark nobody knows',
    rule('phrases: [один + два]'),
    'my.yaml:2:52 rules[0].phrases[0]: in the phrase "один + два": cannot read "+ два": expected words, =form, begin*, *end, @class, (a|b), x? or <3>',
  ],
  [
    'a phrase that may be empty',
    rule('phrases: [(один)? два?]'),
    'my.yaml:2:47 rules[0].phrases[0]: in the phrase "(один)? два?": the phrase may be empty: at least one word must always be there',
  ],
  [
    'a class that does not exist',
    rule('phrases: [приду @weekdy]'),
    'my.yaml:2:53 rules[0].phrases[0]: there is no class "weekdy"; did you mean "weekday"?',
  ],
  [
    'an exclusion that names nothing',
    rule('unless: [{ rule: attribution.them, scope: turn, why: idiom }], phrases: [слово]'),
    'my.yaml:2:54 rules[0].unless[0].rule: there is no rule or family "attribution.them"; did you mean "attribution.on_them"?',
  ],
  [
    'an id that stands twice',
    'rules: [{ id: quality.greeting, speaker: client, phrases: [слово] }]',
    /^my\.yaml:1:9 rules\[0\]: rule "quality\.greeting" already stands in few\.yaml:4: names are unique$/u,
  ],
  [
    'an id of the engine’s own',
    'rules: [{ id: state.booked, speaker: client, phrases: [слово] }]',
    'my.yaml:1:15 rules[0].id: the family "state" is taken by the engine; expected another',
  ],
  [
    'a checklist step by nobody',
    'checklists: [{ kind: mine, outcomes: [record], steps: [{ id: hello, done_by: [quality.greting] }] }]',
    'my.yaml:1:79 checklists[0].steps[0].done_by[0]: there is no rule "quality.greting"; did you mean "quality.greeting"?',
  ],
  [
    'weights in a second file',
    `weights:${WEIGHTS.split('weights:')[1] ?? ''}`,
    /^(my|weights)\.yaml:\d+:\d+ weights: "weights" already stand in \w+\.yaml:\d+; expected them in exactly one file$/u,
  ],
  ['no YAML', 'rules: [\n', /^my\.yaml:2:1 no YAML: /u],
])('%s is told with its place and what is expected', (_, content, expected) => {
  const all = checkRuleset(fewWith('my.yaml', content)).problems.map(problemText);
  const errors = all.filter((text) => !text.includes(' warning: '));
  expect(errors).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)]);
});

test('all problems of all files are told at once, in their order, also to who only wants to load them', () => {
  const broken = [
    ...fewWith(
      'a.yaml',
      'rules:\n  - { id: a.one, speaker: nobody, phrases: [слово] }\n  - { id: a.two, speaker: client, phrases: [(] }\n',
    ),
    // Names a rule of which only the speaker is wrong: that it exists is no question.
    { name: 'b.yaml', content: rule('unless: [{ rule: a.one, scope: turn, why: idiom }], phrases: [<1>]') },
  ];
  const lines = checkRuleset(broken).problems.map(problemText);
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['a.yaml:2:27', 'a.yaml:3:45', 'b.yaml:2:99']);
  try {
    compileRuleset(broken);
    throw new Error('loaded');
  } catch (error) {
    expect(error).toBeInstanceOf(RuleFileError);
    expect(String(error)).toContain(lines.join('\n'));
  }
});

test.each([
  [
    'a class nobody uses',
    'classes: { colour: [красн*] }\n',
    'my.yaml:1:20 warning: classes.colour: nothing uses the class "colour"',
  ],
  [
    'a phrase inside another',
    rule('phrases: [верните деньги, (пожалуйста|прошу) верните деньги]'),
    'my.yaml:2:63 warning: rules[0].phrases[1]: adds nothing: "верните деньги" of the same rule finds whatever "(пожалуйста|прошу) верните деньги" finds',
  ],
  [
    'the same phrase twice',
    rule('phrases: [верните деньги, верни деньгу]'),
    /rules\[0\]\.phrases\[1\]: adds nothing/u,
  ],
  [
    'a rule that rules itself out',
    rule('unless: [{ rule: my, scope: turn, why: idiom }], phrases: [слово]'),
    'my.yaml:2:46 warning: rules[0].unless[0]: the rule rules itself out: it never counts',
  ],
  [
    'a beginning of one letter',
    rule('phrases: [оч* а*]'),
    'my.yaml:2:51 warning: rules[0].phrases[0]: "а" is too short for the beginning or end of a word: expected at least 2 letters',
  ],
  [
    'a system that opens',
    'rules: [{ id: my.rule, speaker: system, place: opening, phrases: [слово] }]',
    'my.yaml:1:48 warning: rules[0].place: turns of the system are in no opening: it never counts',
  ],
  [
    'a list nobody reaches',
    'checklists: [{ kind: zzz, outcomes: [record], steps: [{ id: hello, done_by: [quality.greeting] }] }]',
    'my.yaml:1:14 warning: checklists[0]: never used: "booking" fits the same calls and comes first',
  ],
])('%s is a warning, and loads', (_, content, expected) => {
  const all = fewWith('my.yaml', content);
  expect(told(all, 'my.yaml')).toEqual([
    typeof expected === 'string' ? expected : expect.stringMatching(expected),
  ]);
  expect(checkRuleset(all).summary?.tag).toBe(versionTag(all));
});

test('whatever is typed into a file, every problem has a place in it and nothing is thrown', () => {
  const valid = [
    'classes:',
    '  thing: [слово, =форма, нач*]',
    'rules:',
    '  - id: my.rule',
    '    speaker: client',
    '    unless: [{ rule: my.other, scope: turn, why: idiom }]',
    '    phrases: ["(один|два)? @thing <3> три"]',
    '  - { id: my.other, speaker: any, phrases: [четыре] }',
    'phrases: [{ rule: my.rule, phrases: [пять] }]',
    'weights: { thresholds: { complaint_risk_flag: 0.5 } }',
  ].join('\n');
  const piece = fc.constantFrom(
    '(',
    ')',
    '@',
    '*',
    ':',
    '\n',
    '- ',
    '&a ',
    '*a',
    '[',
    '}',
    '<9>',
    '__proto__',
    '0',
    'я',
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(valid.length), fc.nat(4), piece), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('my.yaml', 'clinic.yaml'),
      (edits, name) => {
        const text = edits.reduce(
          (at, [from, length, added]) => at.slice(0, from) + added + at.slice(from + length),
          valid,
        );
        const { problems } = checkRuleset([{ name, content: text }]);
        const lines = text.split('\n').length + 1;
        for (const { file, position } of problems)
          if (file === name) expect(position.line).toBeLessThanOrEqual(lines);
      },
    ),
  );
});
