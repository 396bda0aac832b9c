import type { IncomingMessage } from 'node:http';
import { guardedGet, type GetOptions } from './guarded-get.js';
import {
  extensionOf,
  failed,
  MAX_RECORDING_BYTES,
  readLimited,
  type Recording,
  type RecordingProblem,
} from './recording.js';

const OK = 200;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

/** What an answer without a recording means; null: the recording is in it. */
export const problemOf = ({ statusCode = 0 }: IncomingMessage): RecordingProblem | null => {
  if (statusCode === OK) return null;
  return statusCode === TOO_MANY_REQUESTS || statusCode >= SERVER_ERROR ? 'unreachable' : 'refused';
};

/** Takes a recording out of an answer, at most as much as Telegram takes. */
export const readSound = async (answer: IncomingMessage, from: URL): Promise<Recording> => {
  const problem = problemOf(answer);
  if (problem) return failed(problem);
  if (Number(answer.headers['content-length'] ?? 0) > MAX_RECORDING_BYTES) return failed('too_big');
  const content = await readLimited(answer, MAX_RECORDING_BYTES);
  return content === null
    ? failed('too_big')
    : { kind: 'fetched', content, extension: extensionOf(from.pathname) };
};

/** Fetches a recording over http(s). Never throws: one that cannot be had is an answer. */
export const downloadRecording = (
  address: string,
  options: Pick<GetOptions, 'privateHosts'>,
): Promise<Recording> => guardedGet(address, options, readSound);
