import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Turn } from '@perezvon/contracts';
import type { DemoCall } from '../make-call.js';
import { createRandom } from '../random.js';
import { murmur, type Utterance } from './murmur.js';
import { wavFile } from './wav.js';

/** The operators of the demo are women, and its machines have no gender. */
const PITCH_HZ = { operator: 205, system: 150, client: { f: 180, m: 110 } } as const;

const pitchOf = ({ speaker }: Turn, { clientGender }: DemoCall): number =>
  speaker === 'client' ? PITCH_HZ.client[clientGender] : PITCH_HZ[speaker];

/** People talk in turns of about this length; for a call that nobody has written down yet. */
const UNWRITTEN_TURN_S = 3;

const turnsOf = ({ transcript }: DemoCall, seconds: number): readonly Turn[] =>
  transcript ??
  Array.from({ length: Math.ceil(seconds / UNWRITTEN_TURN_S) }, (_, index) => ({
    t: index * UNWRITTEN_TURN_S,
    speaker: index % 2 === 0 ? 'operator' : 'client',
    text: '',
  }));

const utterancesOf = (call: DemoCall, seconds: number): Utterance[] =>
  turnsOf(call, seconds).map((turn, index, turns) => ({
    fromS: turn.t ?? 0,
    toS: turns[index + 1]?.t ?? seconds,
    pitchHz: pitchOf(turn, call),
  }));

/** The call's made-up recording, as long as the talk; the same call always sounds the same. */
export const recordingOf = (call: DemoCall): Buffer => {
  const seconds = call.talk_duration ?? 0;
  const random = createRandom(`recording-${call.history_id}`);
  return wavFile(murmur(utterancesOf(call, seconds), seconds, random));
};

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Writes the recordings that `folder` does not have yet. @returns how many it wrote */
export const writeRecordings = async (folder: string, calls: readonly DemoCall[]): Promise<number> => {
  await mkdir(folder, { recursive: true });
  let written = 0;
  for (const call of calls) {
    if (call.recording_url === null) continue;
    const file = join(folder, call.recording_url);
    if (await exists(file)) continue;
    // A start that is cut short leaves no half a file under its real name.
    await writeFile(`${file}.part`, recordingOf(call));
    await rename(`${file}.part`, file);
    written += 1;
  }
  return written;
};
