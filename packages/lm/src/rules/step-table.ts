/**
 * Known steps of an automaton: (state, input) → next state, in one typed array with open addressing. A step of a map of
 * objects costs three or four reads all over the memory, a step here one; 10⁵ steps take 3 MB.
 */
export interface StepTable {
  /** `UNKNOWN` when the step was never set. */
  readonly get: (state: number, input: number) => number;
  readonly set: (state: number, input: number, next: number) => void;
  readonly size: () => number;
  readonly clear: () => void;
}

export const UNKNOWN = -1;

const FIRST_SLOTS = 2 ** 12;
/** State, input, next; a slot is free while its next is `UNKNOWN`. */
const FIELDS = 3;
const NEXT = 2;
/** Odd constants that spread neighbouring numbers over the table (Knuth, Marsaglia). */
const SPREAD_STATE = 0x9e3779b1;
const SPREAD_INPUT = 0x85ebca6b;
const FOLD = 15;

const slotOf = (slots: Int32Array, mask: number, state: number, input: number): number => {
  const hash = Math.imul(state, SPREAD_STATE) ^ Math.imul(input, SPREAD_INPUT);
  let slot = (hash ^ (hash >>> FOLD)) & mask;
  for (;;) {
    const at = slot * FIELDS;
    if (slots[at + NEXT] === UNKNOWN || (slots[at] === state && slots[at + 1] === input)) return at;
    slot = (slot + 1) & mask;
  }
};

export const createStepTable = (): StepTable => {
  let mask = FIRST_SLOTS - 1;
  let slots = new Int32Array(FIRST_SLOTS * FIELDS).fill(UNKNOWN);
  let size = 0;

  const put = (state: number, input: number, next: number): void => {
    const at = slotOf(slots, mask, state, input);
    if (slots[at + NEXT] === UNKNOWN) size += 1;
    slots[at] = state;
    slots[at + 1] = input;
    slots[at + NEXT] = next;
  };
  const grow = (): void => {
    const old = slots;
    mask = mask * 2 + 1;
    slots = new Int32Array((mask + 1) * FIELDS).fill(UNKNOWN);
    size = 0;
    for (let at = 0; at < old.length; at += FIELDS) {
      const next = old[at + NEXT] ?? UNKNOWN;
      if (next !== UNKNOWN) put(old[at] ?? 0, old[at + 1] ?? 0, next);
    }
  };
  return {
    get: (state, input) => slots[slotOf(slots, mask, state, input) + NEXT] ?? UNKNOWN,
    set: (state, input, next) => {
      // At most half full: searches stay short and always end.
      if (size * 2 > mask) grow();
      put(state, input, next);
    },
    size: () => size,
    clear: () => {
      mask = FIRST_SLOTS - 1;
      slots = new Int32Array(FIRST_SLOTS * FIELDS).fill(UNKNOWN);
      size = 0;
    },
  };
};
