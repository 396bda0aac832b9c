/** One clinic day's counts of one measure under one tag. `tag` '': what is shown, whoever scored it. */
export interface DayCount {
  day: string;
  /** The measure is `count / base`: a share, or an average of a sum. */
  count: number;
  base: number;
  tag: string;
  /** Calls that the tag has scored that day; of '' all that are shown. */
  calls: number;
  /** Those of them whose score is the one that is shown. */
  shownCalls: number;
}

/** What a change of a measure between two windows is made of, in the measure's own unit (of a share: 0–1). */
type ChangeParts =
  /** One version scored all that is shown: the whole change is people's. */
  | { kind: 'same-version' }
  /** `base`: calls (of the measure's base) that both versions scored; both parts add up to the change. */
  | { kind: 'split'; people: number; model: number; base: number }
  /** Different versions, and too few calls that both scored: it cannot be told. */
  | { kind: 'unknown' };

const UNKNOWN: ChangeParts = { kind: 'unknown' };

type Rated = Pick<DayCount, 'count' | 'base'>;

const rateOf = (days: readonly Rated[]): number | null => {
  const base = days.reduce((sum, day) => sum + day.base, 0);
  return base === 0 ? null : days.reduce((sum, day) => sum + day.count, 0) / base;
};
const baseOf = (days: readonly Rated[]): number => days.reduce((sum, day) => sum + day.base, 0);

/** A day of what is shown, beside the same day under one version. */
interface DayPair {
  shown: DayCount;
  /** null: the version has not scored every call of the day. */
  version: DayCount | null;
  /** Everything that is shown is this version's. */
  isPure: boolean;
}

const pairDays = (days: readonly DayCount[], tag: string): DayPair[] => {
  const ofVersion = new Map(days.filter((day) => day.tag === tag).map((day) => [day.day, day]));
  return days
    .filter((day) => day.tag === '')
    .map((shown) => {
      const version = ofVersion.get(shown.day);
      return {
        shown,
        // Every shown call has one current score, and a version at most one of each call: the same number, the same calls.
        version: version?.calls === shown.calls ? version : null,
        isPure: version?.shownCalls === shown.calls,
      };
    });
};

/** What the scoring adds to a window's measure compared with one version; `base`: the calls that tell it. */
interface Effect {
  size: number;
  /** null: nothing had to be compared, the window is that version's throughout. */
  base: number | null;
}

/**
 * Days that the version did not score count like those that both scored: their share of the window is scaled up.
 * null: too few calls that both scored.
 */
const effectOf = (pairs: readonly DayPair[], minCalls: number): Effect | null => {
  const foreign = pairs.filter(({ isPure, shown }) => !isPure && shown.base > 0);
  if (foreign.length === 0) return { size: 0, base: null };
  const both = foreign.flatMap(({ shown, version }) => (version === null ? [] : [{ shown, version }]));
  const base = baseOf(both.map(({ shown }) => shown));
  const shownRate = rateOf(both.map(({ shown }) => shown));
  const versionRate = rateOf(both.map(({ version }) => version));
  if (base < minCalls || shownRate === null || versionRate === null) return null;
  const weight = baseOf(foreign.map(({ shown }) => shown)) / baseOf(pairs.map(({ shown }) => shown));
  return { size: (shownRate - versionRate) * weight, base };
};

const shownRateOf = (days: readonly DayCount[]): number | null =>
  rateOf(days.filter(({ tag }) => tag === ''));

interface Windows {
  now: readonly DayCount[];
  before: readonly DayCount[];
}

/** The change as one version sees it is people's; what is left is the model's. null: this version cannot tell. */
const splitBy = (tag: string, { now, before }: Windows, minCalls: number): ChangeParts | null => {
  const [rateNow, rateBefore] = [shownRateOf(now), shownRateOf(before)];
  const effectNow = effectOf(pairDays(now, tag), minCalls);
  const effectBefore = effectOf(pairDays(before, tag), minCalls);
  if (rateNow === null || rateBefore === null || effectNow === null || effectBefore === null) return null;
  const bases = [effectNow.base, effectBefore.base].filter((base) => base !== null);
  if (bases.length === 0) return { kind: 'same-version' };
  const model = effectNow.size - effectBefore.size;
  return { kind: 'split', model, people: rateNow - rateBefore - model, base: Math.min(...bases) };
};

/** Tags of the windows, the one that most of the present window was scored with first. */
const tagsOf = ({ now, before }: Windows): string[] => {
  const shownNow = (tag: string): number =>
    now.filter((day) => day.tag === tag).reduce((sum, day) => sum + day.shownCalls, 0);
  const tags = new Set([...now, ...before].map(({ tag }) => tag).filter((tag) => tag !== ''));
  return [...tags].toSorted((a, b) => shownNow(b) - shownNow(a) || (a < b ? 1 : -1));
};

/**
 * Splits the change of a measure between two windows into what people changed and what the scoring changed. People's
 * part is the change under one and the same version; any version that scored enough of both windows will do, and the
 * one of the present window is asked first.
 * @param minCalls fewer that both versions scored tell nothing (scoring.md: 30)
 */
export const splitChange = (windows: Windows, minCalls: number): ChangeParts => {
  const tags = tagsOf(windows);
  if (tags.length < 2) return { kind: 'same-version' };
  for (const tag of tags) {
    const parts = splitBy(tag, windows, minCalls);
    if (parts !== null) return parts;
  }
  return UNKNOWN;
};
