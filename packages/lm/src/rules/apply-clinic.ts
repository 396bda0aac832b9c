import type { MetricName } from '@perezvon/contracts';
import { BARE_WORDS, type ClinicExclusion, type ClinicStep } from './clinic-schema.js';
import { SERVICE_CLASS, SERVICE_RULE } from './clinic-references.js';
import type { Located } from './located.js';
import type { ParsedPhrase } from './read-entries.js';
import type { ClinicSources, ParsedChecklist, WithPhrases } from './read-clinic-file.js';
import type { ClassSource, ParsedRule, RuleSources } from './read-rule-file.js';
import { familyOf, isSingleWord } from './references.js';
import type { ChecklistSource, RuleSource, StepSource, WeightsSource } from './schema.js';

/** Heard when the client names a service that the clinic does not have. */
export const NOT_OFFERED_RULE = 'clinic.not_offered';

/** What a clinic adds to one rule's exclusions. */
export interface ClinicUnless {
  /** The rule made of the excluded phrases. */
  readonly rule: string;
  readonly scope: ClinicExclusion['scope'];
  readonly why: ClinicExclusion['why'];
  readonly metric: MetricName | undefined;
}

/** A rule with what a clinic makes of it. */
export interface AppliedRule extends ParsedRule {
  /** Made of the clinic's phrases: a tag only, which the fitted model never knows. */
  readonly isClinics: boolean;
  readonly clinicUnless: readonly ClinicUnless[];
  /** Its words are set aside themselves: they speak for nothing. */
  readonly setsAside: ClinicExclusion['why'] | undefined;
}

export interface AppliedSources extends Omit<RuleSources, 'rules'> {
  readonly rules: readonly AppliedRule[];
}

const shippedRule = (rule: ParsedRule): AppliedRule => ({
  ...rule,
  isClinics: false,
  clinicUnless: [],
  setsAside: undefined,
});

/** A rule that the clinic's phrases make; only a tag. */
const ownRule = (
  id: string,
  { source, path, phrases }: Pick<WithPhrases<unknown>, 'source' | 'path' | 'phrases'>,
  more: { readonly speaker?: RuleSource['speaker']; readonly metric?: MetricName | undefined } = {},
): AppliedRule => ({
  value: {
    id,
    speaker: more.speaker ?? 'any',
    place: 'any',
    metric: more.metric,
    weight: 0,
    negatable: false,
    unless: [],
    phrases: phrases.map(({ text }) => text),
  },
  source,
  path,
  phrases,
  isClinics: true,
  clinicUnless: [],
  setsAside: undefined,
});

const isMeant = (id: string, ruleOrFamily: string): boolean =>
  id === ruleOrFamily || familyOf(id) === ruleOrFamily;

const exclusionId = (index: number): string => `clinic.exclusion_${index + 1}`;

const exclusionRule = (exclusion: WithPhrases<ClinicExclusion>, index: number): AppliedRule => {
  const { rule, metric, why } = exclusion.value;
  return rule === BARE_WORDS
    ? { ...ownRule(BARE_WORDS, exclusion, { metric }), setsAside: why }
    : ownRule(exclusionId(index), exclusion);
};

/** What the clinic does not have is no service of its own: somebody else's. */
const NO_SERVICE: ClinicUnless = {
  rule: NOT_OFFERED_RULE,
  scope: 'words',
  why: 'other_party',
  metric: 'cross_sell_potential',
};

const unlessOf = (id: string, { exclusions, notOffered }: ClinicSources): ClinicUnless[] => [
  ...exclusions.flatMap(({ value: { rule, scope, why, metric } }, index) =>
    isMeant(id, rule) ? [{ rule: exclusionId(index), scope, why, metric }] : [],
  ),
  ...(id === SERVICE_RULE && notOffered.length > 0 ? [NO_SERVICE] : []),
];

const addedPhrases = (id: string, { phrases, offered }: ClinicSources): ParsedPhrase[] => [
  ...phrases.filter(({ value }) => value.rule === id).flatMap((entry) => entry.phrases),
  ...(id === SERVICE_RULE
    ? offered.flatMap((entry) => entry.phrases.filter(({ text }) => !isSingleWord(text)))
    : []),
];

/** Single words become members of the class, so that every phrase with `@service` and the model know them. */
const serviceClass = ({ offered }: ClinicSources): Located<ClassSource>[] =>
  offered.map(({ value: { said }, source, path }) => ({
    value: { name: SERVICE_CLASS, members: said.filter(isSingleWord) },
    source,
    path: [...path, 'said'],
  }));

const notOfferedRule = ({ notOffered }: ClinicSources): AppliedRule[] => {
  const [first] = notOffered;
  if (first === undefined) return [];
  const phrases = notOffered.flatMap((entry) => entry.phrases);
  return [ownRule(NOT_OFFERED_RULE, { ...first, phrases })];
};

const stepRuleId = (kind: string, step: string): string => `clinic.step_${kind}_${step}`;

const stepOf = (kind: string, { value }: WithPhrases<ClinicStep>): StepSource => ({
  id: value.id,
  done_by: value.phrases.length === 0 ? value.done_by : [...value.done_by, stepRuleId(kind, value.id)],
  applies_after: value.applies_after,
});

const stepRules = ({ value: { kind }, steps }: ParsedChecklist): AppliedRule[] =>
  steps
    .filter(({ phrases }) => phrases.length > 0)
    .map((step) => ownRule(stepRuleId(kind, step.value.id), step, { speaker: 'operator' }));

const mergeSteps = (
  base: readonly StepSource[],
  { value: { kind, drop, replace }, steps }: ParsedChecklist,
): StepSource[] => {
  const own = new Map(steps.map((step) => [step.value.id, stepOf(kind, step)]));
  const kept = replace ? [] : base.filter(({ id }) => !drop.includes(id));
  const changed = kept.map((step) => own.get(step.id) ?? step);
  return [...changed, ...[...own.values()].filter(({ id }) => !kept.some((step) => step.id === id))];
};

const mergeChecklist = (base: ChecklistSource | undefined, checklist: ParsedChecklist): ChecklistSource => ({
  kind: checklist.value.kind,
  direction: checklist.value.direction ?? base?.direction,
  outcomes: checklist.value.outcomes ?? base?.outcomes ?? [],
  steps: mergeSteps(base?.steps ?? [], checklist),
});

/** New lists come first: of all that fit a call the first is used. */
const mergeChecklists = (
  shipped: RuleSources['checklists'],
  { checklists }: ClinicSources,
): Located<ChecklistSource>[] => {
  const own = new Map(checklists.map((one) => [one.value.kind, one]));
  const changed = shipped.map((one) => {
    const mine = own.get(one.value.kind);
    return mine === undefined ? one : { ...mine, value: mergeChecklist(one.value, mine) };
  });
  const added = checklists
    .filter(({ value }) => !shipped.some((one) => one.value.kind === value.kind))
    .map((one) => ({ ...one, value: mergeChecklist(undefined, one) }));
  return [...added, ...changed];
};

const mergeWeights = (
  one: Located<WeightsSource>,
  { weights: { call_score: own } }: ClinicSources,
): Located<WeightsSource> => {
  const { call_score: shipped } = one.value;
  const callScore = {
    checklist: own.checklist ?? shipped.checklist,
    courtesy: own.courtesy ?? shipped.courtesy,
    response: own.response ?? shipped.response,
    result: own.result ?? shipped.result,
    upstream: own.upstream ?? shipped.upstream,
  };
  return { ...one, value: { ...one.value, call_score: callScore } };
};

/** The rules without any clinic's additions. */
export const shippedSources = (sources: RuleSources): AppliedSources => ({
  ...sources,
  rules: sources.rules.map(shippedRule),
});

/**
 * The shipped rules with a clinic's additions on top: phrases join their rules, excluded words become exclusions,
 * services join the class and the rule of services, checklists and shares take the place of the shipped ones.
 * @param clinic without problems, see `clinicProblems`
 */
export const applyClinic = (sources: RuleSources, clinic: ClinicSources): AppliedSources => ({
  ...sources,
  classes: [...sources.classes, ...serviceClass(clinic)],
  rules: [
    ...sources.rules.map((rule) => ({
      ...shippedRule(rule),
      phrases: [...rule.phrases, ...addedPhrases(rule.value.id, clinic)],
      clinicUnless: unlessOf(rule.value.id, clinic),
    })),
    ...clinic.exclusions.map(exclusionRule),
    ...notOfferedRule(clinic),
    ...clinic.checklists.flatMap(stepRules),
  ],
  checklists: mergeChecklists(sources.checklists, clinic),
  weights: sources.weights.map((one) => mergeWeights(one, clinic)),
});
