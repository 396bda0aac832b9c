import type { CallRecord } from '@perezvon/contracts';

/** A small generator with a fixed seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const VOWELS = 'аоеиуы'.split('');
const SHORT_WORD = 4;
/** What goes wrong with a word that goes wrong: its ending is lost, it runs into the next, it is lost, its ending changes. */
const LOST_ENDING = 0.4;
const MERGED = 0.6;
const LOST = 0.8;

/** A turn as a recogniser may write it: no marks, no case, ё as е, and `share` of the words damaged. */
export const noisyText = (text: string, random: () => number, share: number): string => {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .replaceAll('ё', 'е')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const written: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const isDamaged = random() < share;
    const kind = random();
    if (!isDamaged) written.push(word);
    else if (kind < LOST_ENDING) written.push(word.length > SHORT_WORD ? word.slice(0, -2) : word);
    else if (kind < MERGED && at + 1 < words.length) {
      at += 1;
      written.push(`${word}${words[at] ?? ''}`);
    } else if (kind >= LOST) {
      const vowel = VOWELS[Math.floor(random() * VOWELS.length)] ?? '';
      written.push(word.length >= SHORT_WORD ? `${word.slice(0, -1)}${vowel}` : word);
    }
  }
  return written.join(' ');
};

/** The same call with damaged words of people; what machines say is recognised well. */
export const noisyCall = <Call extends CallRecord>(call: Call, seed: number, share: number): Call => {
  const random = seeded(call.history_id + seed);
  return {
    ...call,
    transcript:
      call.transcript?.map((turn) =>
        turn.speaker === 'system' ? turn : { ...turn, text: noisyText(turn.text, random, share) },
      ) ?? null,
  };
};
