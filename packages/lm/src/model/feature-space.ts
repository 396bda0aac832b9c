import type { Speaker } from '@perezvon/contracts';

/** Kinds of features; the position in this list is part of a feature's number, the name part of its key in the file. */
export const FEATURE_KINDS = [
  /** a stem in any turn of the speaker */
  'stem',
  /** two stems in a row */
  'pair',
  /** a stem in the speaker's last two turns */
  'last',
  /** how a word begins: relatives of a word, and forms that a recogniser got wrong */
  'beginning',
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

const kindNumber = (kind: FeatureKind): number => FEATURE_KINDS.indexOf(kind);
const KIND_NUMBER: Readonly<Record<FeatureKind, number>> = {
  stem: kindNumber('stem'),
  pair: kindNumber('pair'),
  last: kindNumber('last'),
  beginning: kindNumber('beginning'),
  rule: kindNumber('rule'),
  rule_opening: kindNumber('rule_opening'),
  rule_closing: kindNumber('rule_closing'),
  state: kindNumber('state'),
};
const speakerNumber = (speaker: FeatureSpeaker): number => FEATURE_SPEAKERS.indexOf(speaker);
export const SPEAKER_NUMBER: Readonly<Record<FeatureSpeaker, number>> = {
  operator: speakerNumber('operator'),
  client: speakerNumber('client'),
  system: speakerNumber('system'),
  any: speakerNumber('any'),
};

export const NO_UNIT = -1;

/**
 * One number for a feature: cheap to compute and to look up while a call is read.
 * @param room numbers a unit may have; while it is small (a fitted model), so is the key
 */
export const featureKey = (
  kind: FeatureKind,
  speaker: FeatureSpeaker,
  first: number,
  second: number,
  { room }: Units,
): number =>
  ((KIND_NUMBER[kind] * FEATURE_SPEAKERS.length + SPEAKER_NUMBER[speaker]) * room + first + 1) * room +
  second +
  1;

/** Units (stems, `@classes`, `#rules`, `~states`) ↔ numbers. Open while fitting, closed while scoring. */
export interface Units {
  /** −1 when the unit is unknown and the vocabulary is closed. */
  readonly numberOf: (unit: string) => number;
  readonly nameOf: (unit: number) => string;
  /** One more than the largest number a unit can have, and one for "none". */
  readonly room: number;
  /** Grows with what is read: while fitting. */
  readonly isOpen: boolean;
}

/** An open vocabulary may grow to this many units: keys still fit a number that JavaScript holds exactly. */
const OPEN_ROOM = 2 ** 20;

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
    room: OPEN_ROOM,
    isOpen: true,
  };
};

export const closedUnits = (all: Iterable<string>): Units => {
  const names = [...new Set(all)];
  const numbers = new Map(names.map((name, index) => [name, index]));
  return {
    numberOf: (unit) => numbers.get(unit) ?? NO_UNIT,
    nameOf: (unit) => names[unit] ?? '',
    room: names.length + 1,
    isOpen: false,
  };
};

const WORD_KINDS: ReadonlySet<FeatureKind> = new Set(['stem', 'pair', 'last', 'beginning']);
const kindOf = (key: number, { room }: Units): FeatureKind =>
  FEATURE_KINDS[Math.floor(key / room / room / FEATURE_SPEAKERS.length)] ?? 'stem';

/** A feature of bare words, without a rule or a state behind it. */
export const isWordFeature = (key: number, units: Units): boolean => WORD_KINDS.has(kindOf(key, units));

const SEPARATOR = '|';

export interface FeatureParts {
  readonly kind: FeatureKind;
  readonly speaker: FeatureSpeaker;
  /** Names of its units, one or two. */
  readonly units: readonly string[];
}

/** What a feature's key is made of. */
export const partsOfKey = (key: number, units: Units): FeatureParts => {
  const second = (key % units.room) - 1;
  const rest = Math.floor(key / units.room);
  const first = units.nameOf((rest % units.room) - 1);
  const head = Math.floor(rest / units.room);
  return {
    kind: FEATURE_KINDS[Math.floor(head / FEATURE_SPEAKERS.length)] ?? 'stem',
    speaker: FEATURE_SPEAKERS[head % FEATURE_SPEAKERS.length] ?? 'any',
    units: second >= 0 ? [first, units.nameOf(second)] : [first],
  };
};

export const featureName = (key: number, all: Units): string => {
  const { kind, speaker, units } = partsOfKey(key, all);
  return [kind, speaker, ...units].join(SEPARATOR);
};

const isKind = (text: string): text is FeatureKind => text in KIND_NUMBER;
const isSpeaker = (text: string): text is FeatureSpeaker => text in SPEAKER_NUMBER;

/** @returns null when the name is not one of a feature */
export const parseFeatureName = (name: string): FeatureParts | null => {
  const [kind = '', speaker = '', ...units] = name.split(SEPARATOR);
  return isKind(kind) && isSpeaker(speaker) && units.length >= 1 && units.length <= 2
    ? { kind, speaker, units }
    : null;
};
