import { BARE_WORDS } from './clinic-schema.js';
import { problemAt, type Located } from './located.js';
import type { Problem } from './problem.js';
import type { ClinicSources, ParsedChecklist } from './read-clinic-file.js';
import type { RuleSources } from './read-rule-file.js';
import { knownNames, repeated, unknownClasses, unknownName, unknownStepRules } from './references.js';
import { didYouMean } from './suggest.js';

/** Services are words of this class and phrases of this rule. */
export const SERVICE_CLASS = 'service';
export const SERVICE_RULE = 'service.named';

/** All phrases of a clinic together: more would make every start slow. */
const MAX_SEQUENCES = 20_000;

const allPhrases = ({ phrases, exclusions, offered, notOffered, checklists }: ClinicSources) =>
  [...phrases, ...exclusions, ...offered, ...notOffered, ...checklists.flatMap(({ steps }) => steps)].flatMap(
    (entry) => entry.phrases,
  );

const sizeProblems = (clinic: ClinicSources): Problem[] => {
  let sequences = 0;
  for (const phrase of allPhrases(clinic)) {
    sequences += phrase.sequences.length;
    if (sequences > MAX_SEQUENCES)
      return [
        problemAt(
          phrase,
          [],
          `up to here the phrases stand for ${sequences} word sequences; expected at most ${MAX_SEQUENCES} in all`,
        ),
      ];
  }
  return [];
};

const namedRule = (entry: Located<{ rule: string }>, known: ReadonlySet<string>, what: string): Problem[] => {
  const message = unknownName(entry.value.rule, known, what);
  return message === undefined ? [] : [problemAt(entry, ['rule'], message)];
};

const serviceProblems = ({ offered, notOffered }: ClinicSources, sources: RuleSources): Problem[] => {
  const [first] = [...offered, ...notOffered];
  const { rules, classes } = knownNames(sources);
  if (first === undefined || (rules.has(SERVICE_RULE) && classes.has(SERVICE_CLASS))) return [];
  return [
    problemAt(
      first,
      [],
      `these rules know no services: expected the class ${SERVICE_CLASS} and the rule ${SERVICE_RULE}`,
    ),
  ];
};

const checklistProblems = (checklist: ParsedChecklist, shipped: RuleSources): Problem[] => {
  const { kind, outcomes, drop, replace } = checklist.value;
  const base = shipped.checklists.find(({ value }) => value.kind === kind);
  const own = base?.value.steps.map(({ id }) => id) ?? [];
  const left = (replace ? [] : own.filter((id) => !drop.includes(id))).length + checklist.steps.length;
  return [
    ...(base === undefined && outcomes === undefined
      ? [
          problemAt(
            checklist,
            ['kind'],
            `no shipped checklist is called "${kind}": a new one needs its outcomes${didYouMean(
              kind,
              shipped.checklists.map(({ value }) => value.kind),
            )}`,
          ),
        ]
      : []),
    ...drop.flatMap((id, at) =>
      own.includes(id)
        ? []
        : [problemAt(checklist, ['drop', at], `the list has no step "${id}"${didYouMean(id, own)}`)],
    ),
    ...(left === 0 ? [problemAt(checklist, [], 'no step is left; expected at least one')] : []),
    ...repeated(checklist.steps, ({ id }) => id, 'step'),
  ];
};

/** What a clinic's additions name and the rules do not have, or cannot take. */
export const clinicProblems = (clinic: ClinicSources, sources: RuleSources): Problem[] => {
  const known = knownNames(sources);
  const excludable = new Set([...known.rulesAndFamilies, BARE_WORDS]);
  return [
    ...clinic.phrases.flatMap((entry) => namedRule(entry, known.rules, 'rule')),
    ...clinic.exclusions.flatMap((entry) => namedRule(entry, excludable, 'rule or family')),
    ...unknownClasses(allPhrases(clinic), known.classes),
    ...repeated(clinic.checklists, ({ kind }) => kind, 'checklist'),
    ...clinic.checklists.flatMap((one) => [
      ...checklistProblems(one, sources),
      ...unknownStepRules(one, known.rules),
    ]),
    ...serviceProblems(clinic, sources),
    ...sizeProblems(clinic),
  ];
};
