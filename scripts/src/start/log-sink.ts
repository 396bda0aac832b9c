import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const LogLine = z.looseObject({
  level: z.string(),
  time: z.string(),
  service: z.string(),
  msg: z.string(),
});
export type LogLine = z.output<typeof LogLine>;

/** What a person at the terminal wants to see of the services: what went wrong. The files have the rest. */
const SHOWN_LEVELS: readonly string[] = ['warn', 'error', 'fatal'];
/** Fields that every line has, or that the file is the place for. */
const HIDDEN_FIELDS: readonly string[] = ['level', 'time', 'service', 'msg', 'pid', 'err'];
const TIME_OF_DAY = { from: 11, to: 19 };
/** A log this large is put aside at the next start; one older one is kept. */
const ROTATE_OVER_BYTES = 10 * 1024 * 1024;

/** @returns null for what is no line of our logger */
export const parseLogLine = (line: string): LogLine | null => {
  if (!line.startsWith('{')) return null;
  try {
    return LogLine.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    // Cut off by a kill: the file keeps it as it is.
    return null;
  }
};

const errorOf = (error: unknown): string[] =>
  typeof error === 'object' && error !== null && 'message' in error ? [String(error.message)] : [];

/** A warning as one short line: `14:05:12 warn bot-gateway: text (queue=audit) reason`. */
export const formatLogLine = (line: LogLine): string => {
  const { level, time, service, msg, err } = line;
  const fields = Object.entries(line)
    .filter(([name, value]) => !HIDDEN_FIELDS.includes(name) && typeof value !== 'object')
    .map(([name, value]) => `${name}=${String(value)}`);
  const clock = time.slice(TIME_OF_DAY.from, TIME_OF_DAY.to);
  const details = fields.length === 0 ? [] : [`(${fields.join(', ')})`];
  return [`${clock} ${level} ${service}: ${msg}`, ...details, ...errorOf(err)].join(' ');
};

const isShown = ({ level }: LogLine): boolean => SHOWN_LEVELS.includes(level);

/** Takes the lines of one process. */
export interface LogSink {
  write: (line: string) => void;
  close: () => Promise<void>;
}

const sizeOf = async (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/** Keeps the lines in `<home>/logs/<name>.log` and shows warnings at the terminal. */
export const openLogSink = async (
  home: string,
  name: string,
  show: (line: string) => void,
): Promise<LogSink> => {
  const folder = join(home, 'logs');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  if ((await sizeOf(file)) > ROTATE_OVER_BYTES) await rename(file, `${file}.old`);
  const stream = createWriteStream(file, { flags: 'a' });
  await once(stream, 'open');
  // A full disk must not end the clinic's day: the services live on, their log does not.
  stream.on('error', (error) => show(`${name}: its log cannot be written (${error.message})`));
  return {
    write: (line) => {
      stream.write(`${line}\n`);
      const parsed = parseLogLine(line);
      if (parsed !== null && isShown(parsed)) show(formatLogLine(parsed));
    },
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
};
