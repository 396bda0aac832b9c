import { lineOf, problemAt, type Located } from './located.js';
import { PhraseError, wordAtomOf } from './phrase.js';
import type { Problem } from './problem.js';
import type { ParsedPhrase } from './read-entries.js';
import type { ClassSource, ParsedRule, RuleSources } from './read-rule-file.js';
import type { ChecklistSource } from './schema.js';
import { didYouMean } from './suggest.js';

/** Families of names that stand in evidence without a rule, or are made of a clinic's additions. */
const RESERVED_FAMILIES: ReadonlySet<string> = new Set(['clinic', 'model', 'script', 'state']);

export const familyOf = (id: string): string => id.slice(0, id.indexOf('.'));

/** Every name that may be referred to; names of entries that could not be read count too. */
export interface KnownNames {
  readonly rules: ReadonlySet<string>;
  readonly rulesAndFamilies: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
}

export const knownNames = ({
  rules,
  classes,
  unreadNames,
}: Pick<RuleSources, 'rules' | 'classes' | 'unreadNames'>): KnownNames => {
  const ids = [...rules.map(({ value }) => value.id), ...unreadNames];
  return {
    rules: new Set(ids),
    rulesAndFamilies: new Set([...ids, ...ids.map(familyOf)]),
    classes: new Set([...classes.map(({ value }) => value.name), ...unreadNames]),
  };
};

/** What is named must exist. */
export const unknownName = (name: string, known: ReadonlySet<string>, what: string): string | undefined =>
  known.has(name) ? undefined : `there is no ${what} "${name}"${didYouMean(name, known)}`;

/** Problems of all names at the paths that do not exist. */
const unknownNames = (
  at: Located<unknown>,
  names: readonly (readonly [string, readonly PropertyKey[]])[],
  known: ReadonlySet<string>,
  what: string,
): Problem[] =>
  names.flatMap(([name, path]) => {
    const message = unknownName(name, known, what);
    return message === undefined ? [] : [problemAt(at, path, message)];
  });

/** The second of two that share a name, with where the first stands. */
export const repeated = <Value>(
  entries: readonly Located<Value>[],
  nameOf: (value: Value) => string,
  what: string,
): Problem[] => {
  const first = new Map<string, Located<Value>>();
  return entries.flatMap((entry) => {
    const name = nameOf(entry.value);
    const known = first.get(name);
    if (known === undefined) {
      first.set(name, entry);
      return [];
    }
    return [problemAt(entry, [], `${what} "${name}" already stands in ${lineOf(known)}: names are unique`)];
  });
};

const CLASS_NAME = /@([a-z_]+)/gu;

/** Classes that a phrase names and nobody defines. */
export const unknownClasses = (phrases: readonly ParsedPhrase[], classes: ReadonlySet<string>): Problem[] =>
  phrases.flatMap((phrase) =>
    [...phrase.text.matchAll(CLASS_NAME)].flatMap(({ 1: name = '', index }) => {
      const message = unknownName(name, classes, 'class');
      return message === undefined ? [] : [problemAt(phrase, [], message, { offset: index })];
    }),
  );

const SINGLE_WORD = /^[=*]?[\p{L}\p{N}]+\*?$/u;

/** Can the phrase be a member of a class? */
export const isSingleWord = (phrase: string): boolean => SINGLE_WORD.test(phrase);

const memberProblem = (member: string): string | undefined => {
  if (!isSingleWord(member))
    return `"${member}" stands here; expected a single word: several words are a phrase of a rule`;
  try {
    wordAtomOf(member);
    return undefined;
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    return error.message;
  }
};

const classProblems = (one: Located<ClassSource>): Problem[] =>
  one.value.members.flatMap((member, index) => {
    const message = memberProblem(member);
    return message === undefined ? [] : [problemAt(one, [index], message)];
  });

const ruleProblems = (rule: ParsedRule, known: KnownNames): Problem[] => [
  ...(RESERVED_FAMILIES.has(familyOf(rule.value.id))
    ? [
        problemAt(
          rule,
          ['id'],
          `the family "${familyOf(rule.value.id)}" is taken by the engine; expected another`,
        ),
      ]
    : []),
  ...unknownClasses(rule.phrases, known.classes),
  ...unknownNames(
    rule,
    rule.value.unless.map(({ rule: name }, index) => [name, ['unless', index, 'rule']] as const),
    known.rulesAndFamilies,
    'rule or family',
  ),
];

const stepReferences = (
  steps: readonly {
    readonly done_by: readonly string[];
    readonly applies_after?: readonly string[] | undefined;
  }[],
): [string, readonly PropertyKey[]][] =>
  steps.flatMap(({ done_by: doneBy, applies_after: after = [] }, step) => [
    ...doneBy.map((name, at): [string, readonly PropertyKey[]] => [name, ['steps', step, 'done_by', at]]),
    ...after.map((name, at): [string, readonly PropertyKey[]] => [
      name,
      ['steps', step, 'applies_after', at],
    ]),
  ]);

/** Rules that the steps of a checklist name and nobody defines. */
export const unknownStepRules = (
  checklist: Located<{ readonly steps: Parameters<typeof stepReferences>[0] }>,
  rules: ReadonlySet<string>,
): Problem[] => unknownNames(checklist, stepReferences(checklist.value.steps), rules, 'rule');

const repeatedSteps = (checklist: Located<ChecklistSource>): Problem[] =>
  repeated(
    checklist.value.steps.map((value, index) => ({
      ...checklist,
      value,
      path: [...checklist.path, 'steps', index],
    })),
    ({ id }) => id,
    'step',
  );

const retiredProblems = ({ retired, rules }: RuleSources, known: KnownNames): Problem[] => {
  const living = new Map(rules.map((rule) => [rule.value.id, rule]));
  return retired.flatMap((entry) => {
    const { id, replaced_by: heir } = entry.value;
    const taken = living.get(id);
    return [
      ...(taken === undefined
        ? []
        : [problemAt(taken, ['id'], `"${id}" is retired in ${lineOf(entry)}: a new meaning needs a new id`)]),
      ...unknownNames(entry, heir === undefined ? [] : [[heir, ['replaced_by']]], known.rules, 'rule'),
    ];
  });
};

/** Names that stand twice, and names that nobody defines, over all files. */
export const referenceProblems = (sources: RuleSources): Problem[] => {
  const known = knownNames(sources);
  const { rules, classes, checklists, retired } = sources;
  return [
    ...repeated(rules, ({ id }) => id, 'rule'),
    ...repeated(checklists, ({ kind }) => kind, 'checklist'),
    ...repeated(retired, ({ id }) => id, 'retired rule'),
    ...classes.flatMap(classProblems),
    ...rules.flatMap((rule) => ruleProblems(rule, known)),
    ...checklists.flatMap((one) => [...unknownStepRules(one, known.rules), ...repeatedSteps(one)]),
    ...retiredProblems(sources, known),
  ];
};
