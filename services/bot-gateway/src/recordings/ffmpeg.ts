import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import type { Log } from '@perezvon/messaging';
import { headerlessOf, type Headerless } from './format.js';
import { failed, MAX_RECORDING_BYTES, readLimited, type Failed, type Fetched } from './recording.js';

/**
 * Makes an MP3 of a sound that Telegram does not play. Never throws: one that cannot be read is an answer. `extension`
 * as `formatOf` found it; null: ffmpeg has to find out.
 */
export type Convert = (
  sound: Pick<Fetched, 'content' | 'extension'>,
) => Promise<{ kind: 'converted'; content: Buffer } | Failed>;

const MB = 1024 * 1024;
/** An hour of telephone sound takes some ten seconds of one core; a busy machine has them later. */
const CPU_LIMIT_S = 60;
const TIMEOUT_MS = 120_000;
/** With all its libraries it maps some 280 MB and uses 60; what asks for more is a trap. */
const MAX_ADDRESS_SPACE = 768 * MB;
const MAX_ALLOCATION = 128 * MB;
const PROBE_TIMEOUT_MS = 5_000;

/** The lowest rate that every MP3 player must know (below it lies MPEG-2.5, which is nobody's standard). */
const SAMPLE_RATE = '16000';
/** Ample for a telephone's 4 kHz; 50 MB are three and a half hours. */
const BIT_RATE = '32k';

/** Readers of sound; not among them: playlists, which name other files and addresses. */
const READERS = [
  'wav,w64,aiff,au,caf,ogg,flac,aac,mp3,amr,amrnb,amrwb,gsm,sln,g722,alaw,mulaw,asf,wv,voc,ac3',
  'matroska,webm,mov,mp4,m4a,3gp,3g2,mj2',
].join(',');

const RAW_INPUT: Record<Headerless, string> = {
  gsm: '-f gsm',
  sln: '-f sln',
  g722: '-f g722',
  alaw: '-f alaw -ar 8000',
  al: '-f alaw -ar 8000',
  ulaw: '-f mulaw -ar 8000',
  ul: '-f mulaw -ar 8000',
};

/** It reads nothing but its input and asks for no more memory than a sound needs. */
const GUARD = [
  '-nostdin -v quiet -threads 1',
  `-max_alloc ${MAX_ALLOCATION}`,
  `-protocol_whitelist pipe -format_whitelist ${READERS}`,
];
/** One channel of MP3 to its output; nothing of the file's tags or pictures is kept. */
const OUTPUT = [
  '-map 0:a:0 -map_metadata -1',
  `-ac 1 -ar ${SAMPLE_RATE} -c:a libmp3lame -b:a ${BIT_RATE}`,
  '-write_xing 0 -f mp3 pipe:1',
];

const argumentsFor = (extension: string | null): string[] => {
  const headerless = headerlessOf(extension);
  const input = headerless === null ? [] : [RAW_INPUT[headerless]];
  return [...GUARD, ...input, '-i pipe:0', ...OUTPUT].join(' ').split(' ');
};

/** Limits of the kernel, where the machine has the program that sets them (every Linux). */
const LIMITS = [`--as=${MAX_ADDRESS_SPACE}`, `--cpu=${CPU_LIMIT_S}`, '--fsize=0', '--core=0', '--nofile=64'];

interface Program {
  command: string;
  arguments: readonly string[];
}

const run = async ({ command, arguments: args }: Program, sound: Buffer): Promise<Buffer | Failed> => {
  // Nothing of our environment but where programs are: keys and proxies are none of its business. What it says may
  // quote the file: not kept.
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'ignore'],
    signal: AbortSignal.timeout(TIMEOUT_MS),
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  // It may stop reading before the end; what comes out then is what counts.
  child.stdin.on('error', () => {});
  child.stdin.end(sound);
  const [content, code] = await Promise.all([readLimited(child.stdout, MAX_RECORDING_BYTES), ended]);
  if (content === null) return failed('too_big');
  return code === 0 && content.length > 0 ? content : failed('unplayable');
};

const ask = promisify(execFile);

const works = async (command: string, args: readonly string[], expected: string): Promise<boolean> => {
  try {
    const { stdout } = await ask(command, args, { timeout: PROBE_TIMEOUT_MS });
    return stdout.includes(expected);
  } catch {
    // Not installed, or not what its name says: the answer is no.
    return false;
  }
};

/**
 * Looks for ffmpeg once.
 * @param command its name or path; `off` looks for nothing
 * @returns null: there is none that makes MP3
 */
export const findConverter = async (command: string): Promise<Convert | null> => {
  if (command === 'off') return null;
  if (!(await works(command, ['-hide_banner', '-encoders'], 'libmp3lame'))) return null;
  const hasLimits = await works('prlimit', ['--version'], 'prlimit');
  const programFor = (args: readonly string[]): Program =>
    hasLimits
      ? { command: 'prlimit', arguments: [...LIMITS, command, ...args] }
      : { command, arguments: args };

  return async ({ content, extension }) => {
    try {
      const made = await run(programFor(argumentsFor(extension)), content);
      return 'kind' in made ? made : { kind: 'converted', content: made };
    } catch {
      // It took too long and was ended, or could not be started: people read the same words.
      return failed('unplayable');
    }
  };
};

/** Looks for ffmpeg and tells in the log when there is none. */
export const openConverter = async (log: Log, command: string): Promise<Convert | null> => {
  const convert = await findConverter(command);
  if (!convert) log.info({}, 'no ffmpeg: recordings that phones do not play are sent as files');
  return convert;
};
