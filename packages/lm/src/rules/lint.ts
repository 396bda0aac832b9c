import { tokenise } from '../text/tokenise.js';
import type { AppliedRule, AppliedSources } from './apply-clinic.js';
import { keyOf, MIN_PART_LENGTH } from './lexicon.js';
import { problemAt, type Located } from './located.js';
import type { Atom, Sequence, WordAtom } from './phrase.js';
import type { Problem } from './problem.js';
import type { ParsedPhrase } from './read-entries.js';
import type { ClassSource } from './read-rule-file.js';
import { familyOf } from './references.js';
import { CLINIC_FILE } from './ruleset-file.js';
import type { ChecklistSource, RuleSource } from './schema.js';

const warning = { severity: 'warning' } as const;

const unusedClasses = ({ classes, rules }: AppliedSources, elsewhere: ReadonlySet<string>): Problem[] => {
  const used = new Set(elsewhere);
  for (const { phrases } of rules) {
    for (const { sequences } of phrases) {
      for (const atom of sequences.flat()) if (atom.kind === 'class') used.add(atom.text);
    }
  }
  return classes
    .filter(({ value: { name } }) => !used.has(name))
    .map((one) => problemAt(one, [], `nothing uses the class "${one.value.name}"`, warning));
};

const repeatedMembers = (one: Located<ClassSource>): Problem[] => {
  const seen = new Set<string>();
  return one.value.members.flatMap((member, index) => {
    const isNew = !seen.has(member);
    seen.add(member);
    return isNew ? [] : [problemAt(one, [index], `"${member}" already stands in this class`, warning)];
  });
};

const atomKey = (atom: Atom): string =>
  atom.kind === 'gap' ? `<${atom.words}>` : `${atom.kind}:${atom.kind === 'class' ? atom.text : keyOf(atom)}`;

/** A sequence and every piece of it that begins and ends with a word, as keys. */
const piecesOf = (atoms: Sequence): string[] => {
  const keys = atoms.map(atomKey);
  const isWord = (at: number): boolean => atoms[at]?.kind !== 'gap';
  return keys.flatMap((_, from) =>
    isWord(from)
      ? keys.flatMap((__, to) => (to >= from && isWord(to) ? [keys.slice(from, to + 1).join(' ')] : []))
      : [],
  );
};

/** That a clinic says the same more shortly is no fault of the shipped rules. */
const mayCover = (phrase: ParsedPhrase, other: ParsedPhrase): boolean =>
  other !== phrase && (other.source.name !== CLINIC_FILE || phrase.source.name === CLINIC_FILE);

/** The other phrase of the rule that finds whatever this one finds; undefined when there is none. */
const coveredBy = (
  phrase: ParsedPhrase,
  owners: ReadonlyMap<string, readonly ParsedPhrase[]>,
): ParsedPhrase | undefined => {
  let covering: ParsedPhrase | undefined;
  for (const sequence of phrase.sequences) {
    const owner = piecesOf(sequence)
      .flatMap((piece) => owners.get(piece) ?? [])
      .find((one) => mayCover(phrase, one));
    if (owner === undefined) return undefined;
    covering ??= owner;
  }
  return covering;
};

const coveredPhrases = ({ phrases }: AppliedRule): Problem[] => {
  const owners = new Map<string, ParsedPhrase[]>();
  for (const phrase of phrases) {
    for (const sequence of phrase.sequences) {
      const key = sequence.map(atomKey).join(' ');
      owners.set(key, [...(owners.get(key) ?? []), phrase]);
    }
  }
  const told = new Set<ParsedPhrase>();
  // From the last on: of two that say the same, the first stays.
  return phrases.toReversed().flatMap((phrase) => {
    const other = coveredBy(phrase, owners);
    if (other === undefined || told.has(other)) return [];
    told.add(phrase);
    return [
      problemAt(
        phrase,
        [],
        `adds nothing: "${other.text}" of the same rule finds whatever "${phrase.text}" finds`,
        warning,
      ),
    ];
  });
};

const isOneWord = (text: string): boolean => {
  let words = 0;
  tokenise(text, (word) => (words += word === text ? 1 : 2));
  return words === 1;
};

const unheardAtom = (atom: WordAtom): string | undefined => {
  if (atom.kind === 'class') return undefined;
  const isPart = atom.kind === 'prefix' || atom.kind === 'suffix';
  if (isPart && atom.text.length < MIN_PART_LENGTH)
    return `"${atom.text}" is too short for the beginning or end of a word: expected at least ${MIN_PART_LENGTH} letters`;
  return isOneWord(atom.text) ? undefined : `"${atom.text}" is never heard as one word`;
};

const unheardWords = (phrase: ParsedPhrase): Problem[] => {
  const atoms = new Map<string, WordAtom>();
  for (const atom of phrase.sequences.flat()) if (atom.kind !== 'gap') atoms.set(atomKey(atom), atom);
  return [...atoms.values()].flatMap((atom) => {
    const message = unheardAtom(atom);
    return message === undefined
      ? []
      : [problemAt(phrase, [], message, { ...warning, offset: phrase.text.indexOf(atom.text) })];
  });
};

/** An exclusion that is always there when the rule is. */
const ALWAYS_THERE: ReadonlySet<RuleSource['unless'][number]['scope']> = new Set([
  'words',
  'sentence',
  'turn',
  'near',
  'call',
]);

const neverCounts = (rule: AppliedRule): Problem[] => {
  const { id, speaker, place, unless } = rule.value;
  const own = unless.findIndex(
    ({ rule: name, scope }) => (name === id || name === familyOf(id)) && ALWAYS_THERE.has(scope),
  );
  return [
    ...(own < 0
      ? []
      : [problemAt(rule, ['unless', own], 'the rule rules itself out: it never counts', warning)]),
    ...(speaker === 'system' && place !== 'any'
      ? [problemAt(rule, ['place'], `turns of the system are in no ${place}: it never counts`, warning)]
      : []),
  ];
};

const fits = (one: ChecklistSource, other: ChecklistSource): boolean =>
  (one.direction === undefined || one.direction === other.direction) &&
  other.outcomes.every((outcome) => one.outcomes.includes(outcome));

const hiddenChecklists = ({ checklists }: AppliedSources): Problem[] =>
  checklists.flatMap((one, index) => {
    const earlier = checklists.slice(0, index).find(({ value }) => fits(value, one.value));
    return earlier === undefined
      ? []
      : [
          problemAt(
            one,
            [],
            `never used: "${earlier.value.kind}" fits the same calls and comes first`,
            warning,
          ),
        ];
  });

/** Nothing is shown as set aside for a tag that speaks for no metric. */
const unseenExclusions = (rule: AppliedRule, byId: ReadonlyMap<string, AppliedRule>): Problem[] =>
  rule.value.metric !== undefined
    ? []
    : rule.clinicUnless
        .filter(({ metric }) => metric === undefined)
        .flatMap(({ rule: id }) => {
          const exclusion = byId.get(id);
          return exclusion === undefined
            ? []
            : [
                problemAt(
                  exclusion,
                  [],
                  `${rule.value.id} speaks for no metric of its own: name one with "metric" to see these words among what was set aside`,
                  warning,
                ),
              ];
        });

/**
 * What is allowed and probably not meant: a phrase that adds nothing, a rule that never counts, a class nobody uses.
 * @param elsewhere classes that are used outside the phrases: by the fitted model
 */
export const lint = (sources: AppliedSources, elsewhere: ReadonlySet<string>): Problem[] => {
  const byId = new Map(sources.rules.map((rule) => [rule.value.id, rule]));
  return [
    ...unusedClasses(sources, elsewhere),
    ...sources.classes.flatMap(repeatedMembers),
    ...hiddenChecklists(sources),
    ...sources.rules.flatMap((rule) => [
      ...coveredPhrases(rule),
      ...rule.phrases.flatMap(unheardWords),
      ...neverCounts(rule),
      ...unseenExclusions(rule, byId),
    ]),
  ];
};
