import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Turn } from '@perezvon/contracts';
import type { DemoCall } from '../make-call.js';
import { createRandom, type Random } from '../random.js';
import { FRAME_BYTES, SECONDS_PER_FRAME } from './mp3-frames.js';
import { FRAMES_PER_SYLLABLE, readVoices, type Voice, type VoiceBank } from './voices.js';

/** People draw breath after some six syllables. */
const BREATH_CHANCE = 0.15;

const voiceOf = ({ speaker }: Turn, { clientGender }: DemoCall): Voice =>
  speaker === 'client' ? clientGender : speaker;

/** People talk in turns of about this length; for a call that nobody has written down yet. */
const UNWRITTEN_TURN_S = 3;

const turnsOf = ({ transcript }: DemoCall, seconds: number): readonly Turn[] =>
  transcript ??
  Array.from({ length: Math.ceil(seconds / UNWRITTEN_TURN_S) }, (_, index) => ({
    t: index * UNWRITTEN_TURN_S,
    speaker: index % 2 === 0 ? 'operator' : 'client',
    text: '',
  }));

const frameAt = (seconds: number): number => Math.round(seconds / SECONDS_PER_FRAME);

/** Puts one turn's syllables over the silence of `sound`, as far as whole ones fit between its frames `from` and `to`. */
const speak = (
  sound: Buffer,
  { voice, from, to }: { voice: Voice; from: number; to: number },
  { say }: VoiceBank,
  random: Random,
): void => {
  const end = Math.min(to, sound.length / FRAME_BYTES) - FRAMES_PER_SYLLABLE;
  for (let frame = from; frame <= end; frame += FRAMES_PER_SYLLABLE)
    if (!random.chance(BREATH_CHANCE)) say(voice, random).copy(sound, frame * FRAME_BYTES);
};

/** The call's made-up recording as MP3, as long as the talk; the same call always sounds the same. */
export const recordingOf = (call: DemoCall, voices: VoiceBank): Buffer => {
  const seconds = call.talk_duration ?? 0;
  const random = createRandom(`recording-${call.history_id}`);
  const sound = Buffer.alloc(frameAt(seconds) * FRAME_BYTES, voices.silence);
  const turns = turnsOf(call, seconds);
  for (const [index, turn] of turns.entries()) {
    const from = frameAt(turn.t ?? 0);
    const to = frameAt(turns[index + 1]?.t ?? seconds);
    speak(sound, { voice: voiceOf(turn, call), from, to }, voices, random);
  }
  return sound;
};

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Writes the recordings that `folder` does not have yet. @returns how many it wrote */
export const writeRecordings = async (folder: string, calls: readonly DemoCall[]): Promise<number> => {
  await mkdir(folder, { recursive: true });
  const voices = await readVoices();
  let written = 0;
  for (const call of calls) {
    if (call.recording_url === null) continue;
    const file = join(folder, call.recording_url);
    if (await exists(file)) continue;
    // A start that is cut short leaves no half a file under its real name.
    await writeFile(`${file}.part`, recordingOf(call, voices));
    await rename(`${file}.part`, file);
    written += 1;
  }
  return written;
};
