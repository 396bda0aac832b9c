import type { Random } from './random.js';

export type Gender = 'm' | 'f';

/** What stands in for the slots of one call. */
export interface Slots {
  /** Whose endings `{хотел/хотела}` takes. */
  gender: Gender;
  values: Readonly<Record<string, string>>;
}

const SLOT = /\{([^{}]*)\}/gu;
const SENTENCE_START = /(^|[.!?…] )(\p{Ll})/gu;

const fillSlot = (content: string, { gender, values }: Slots, random: Random): string => {
  if (content.includes('|')) return random.pick(content.split('|'));
  if (content.includes('/')) {
    const [male = '', female = ''] = content.split('/');
    return gender === 'm' ? male : female;
  }
  const value = values[content];
  if (value === undefined) throw new Error(`unknown slot {${content}}`);
  return value;
};

/**
 * Makes one spoken line of a scripted one: `{slot}` by its value, `{a|b}` one of them by chance, `{был/была}` by the
 * client's gender; sentences begin with a capital.
 * @throws Error on a slot that nobody fills
 */
export const fillText = (text: string, slots: Slots, random: Random): string => {
  // A value may hold slots itself: a greeting names the clinic and the operator.
  const once = (scripted: string): string =>
    scripted.replaceAll(SLOT, (_slot, content: string) => fillSlot(content, slots, random));
  return once(once(text))
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(SENTENCE_START, (_match, before: string, letter: string) => before + letter.toUpperCase());
};

/** How a recogniser without punctuation writes it down. */
export const asRecognised = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[«»"(),.!?:;…]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
