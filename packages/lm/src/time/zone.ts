import { IANAZone } from 'luxon';

const DAY_MS = 86_400_000;
/** Some decades of days; past this all are forgotten and memory stays flat. */
const MAX_KNOWN_DAYS = 10_000;

/**
 * A time zone that remembers its offset of every day it was asked for. Asking the platform takes longer than scoring
 * half a call, and one date asks a dozen times.
 */
class RememberingZone extends IANAZone {
  /** Minutes, by day since 1970 in UTC; null for a day on which the clocks change. */
  readonly #days = new Map<number, number | null>();

  override offset(ts: number): number {
    const day = Math.floor(ts / DAY_MS);
    const known = this.#days.get(day);
    if (typeof known === 'number') return known;
    if (known === undefined) this.#remember(day);
    return super.offset(ts);
  }

  #remember(day: number): void {
    if (this.#days.size >= MAX_KNOWN_DAYS) this.#days.clear();
    const first = super.offset(day * DAY_MS);
    const next = super.offset((day + 1) * DAY_MS);
    this.#days.set(day, first === next ? first : null);
  }
}

/** A process knows few time zones. */
const zones = new Map<string, RememberingZone>();

/**
 * The time zone of that IANA name.
 * @throws RangeError when the time zone is unknown
 */
export const zoneOf = (timezone: string): IANAZone => {
  const known = zones.get(timezone);
  if (known !== undefined) return known;
  if (!IANAZone.isValidZone(timezone)) throw new RangeError(`unknown time zone: ${timezone}`);
  const created = new RememberingZone(timezone);
  zones.set(timezone, created);
  return created;
};
