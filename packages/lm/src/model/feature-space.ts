import type { Speaker } from '@perezvon/contracts';

/** Kinds of features; the position in this list is part of a feature's number, the name part of its key in the file. */
export const FEATURE_KINDS = [
  /** a stem in any turn of the speaker */
  'stem',
  /** two stems in a row */
  'pair',
  /** a stem in the speaker's last two turns */
  'last',
  /** a rule anywhere, near the start, near the end */
  'rule',
  'rule_opening',
  'rule_closing',
  /** the dialogue's state */
  'state',
] as const;
export type FeatureKind = (typeof FEATURE_KINDS)[number];

export const FEATURE_SPEAKERS = ['operator', 'client', 'system', 'any'] as const satisfies readonly (
  | Speaker
  | 'any'
)[];
export type FeatureSpeaker = (typeof FEATURE_SPEAKERS)[number];

const KIND_NUMBER = new Map(FEATURE_KINDS.map((kind, index) => [kind, index]));
const SPEAKER_NUMBER = new Map(FEATURE_SPEAKERS.map((speaker, index) => [speaker, index]));

/** Room for 2²⁰ units: kind, speaker and two units still fit a number that JavaScript holds exactly. */
const UNIT_ROOM = 2 ** 20;

export const NO_UNIT = -1;

/** One number for a feature: cheap to compute and to look up while a call is read. */
export const featureKey = (
  kind: FeatureKind,
  speaker: FeatureSpeaker,
  first: number,
  second: number,
): number =>
  (((KIND_NUMBER.get(kind) ?? 0) * FEATURE_SPEAKERS.length + (SPEAKER_NUMBER.get(speaker) ?? 0)) * UNIT_ROOM +
    first +
    1) *
    UNIT_ROOM +
  second +
  1;

/** Units (stems, `@classes`, `#rules`, `~states`) ↔ numbers. Open while fitting, closed while scoring. */
export interface Units {
  /** −1 when the unit is unknown and the vocabulary is closed. */
  readonly numberOf: (unit: string) => number;
  readonly nameOf: (unit: number) => string;
}

export const openUnits = (): Units => {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  return {
    numberOf: (unit) => {
      const known = numbers.get(unit);
      if (known !== undefined) return known;
      numbers.set(unit, names.length);
      return names.push(unit) - 1;
    },
    nameOf: (unit) => names[unit] ?? '',
  };
};

export const closedUnits = (all: Iterable<string>): Units => {
  const names = [...new Set(all)];
  const numbers = new Map(names.map((name, index) => [name, index]));
  return { numberOf: (unit) => numbers.get(unit) ?? NO_UNIT, nameOf: (unit) => names[unit] ?? '' };
};

const WORD_KINDS: ReadonlySet<FeatureKind> = new Set(['stem', 'pair', 'last']);
const kindOf = (key: number): FeatureKind =>
  FEATURE_KINDS[Math.floor(key / UNIT_ROOM / UNIT_ROOM / FEATURE_SPEAKERS.length)] ?? 'stem';

/** A feature of bare words, without a rule or a state behind it. */
export const isWordFeature = (key: number): boolean => WORD_KINDS.has(kindOf(key));

const SEPARATOR = '|';

export const featureName = (key: number, units: Units): string => {
  const second = (key % UNIT_ROOM) - 1;
  const rest = Math.floor(key / UNIT_ROOM);
  const first = (rest % UNIT_ROOM) - 1;
  const head = Math.floor(rest / UNIT_ROOM);
  const kind = FEATURE_KINDS[Math.floor(head / FEATURE_SPEAKERS.length)] ?? 'stem';
  const speaker = FEATURE_SPEAKERS[head % FEATURE_SPEAKERS.length] ?? 'any';
  const parts = [kind, speaker, units.nameOf(first)];
  return (second >= 0 ? [...parts, units.nameOf(second)] : parts).join(SEPARATOR);
};

const isKind = (text: string): text is FeatureKind => KIND_NUMBER.has(text as FeatureKind);
const isSpeaker = (text: string): text is FeatureSpeaker => SPEAKER_NUMBER.has(text as FeatureSpeaker);

export interface FeatureParts {
  readonly kind: FeatureKind;
  readonly speaker: FeatureSpeaker;
  readonly units: readonly string[];
}

/** @returns null when the name is not one of a feature */
export const parseFeatureName = (name: string): FeatureParts | null => {
  const [kind = '', speaker = '', ...units] = name.split(SEPARATOR);
  return isKind(kind) && isSpeaker(speaker) && units.length >= 1 && units.length <= 2
    ? { kind, speaker, units }
    : null;
};
