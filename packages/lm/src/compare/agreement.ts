/** Two judges' yes and no over the same calls. */
export interface YesNoTable {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

export interface Agreement {
  readonly n: number;
  /** 0–1: share of calls on which both say the same; null when there are no calls. */
  readonly observed: number | null;
  /** 0–1: how often the two say yes, on average; null when there are no calls. */
  readonly prevalence: number | null;
  /** Cohen's κ, −1…1; null when chance alone would agree always: then it says nothing. */
  readonly kappa: number | null;
  /** Gwet's AC1, −1…1: unlike κ it does not collapse where yes is rare; null when there are no calls. */
  readonly ac1: number | null;
}

const NO_CALLS: Agreement = { n: 0, observed: null, prevalence: null, kappa: null, ac1: null };

/** Agreement beyond `chance`; null when nothing is left beyond it. */
const beyond = (observed: number, chance: number): number | null =>
  chance >= 1 ? null : (observed - chance) / (1 - chance);

/** How well two judges agree: raw, and with what chance would give taken off (Cohen 1960, Gwet 2008). */
export const agreementOf = ({ both, onlyFirst, onlySecond, neither }: YesNoTable): Agreement => {
  const n = both + onlyFirst + onlySecond + neither;
  if (n === 0) return NO_CALLS;
  const observed = (both + neither) / n;
  const first = (both + onlyFirst) / n;
  const second = (both + onlySecond) / n;
  const prevalence = (first + second) / 2;
  return {
    n,
    observed,
    prevalence,
    kappa: beyond(observed, first * second + (1 - first) * (1 - second)),
    ac1: beyond(observed, 2 * prevalence * (1 - prevalence)),
  };
};
