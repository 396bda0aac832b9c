import { open, realpath } from 'node:fs/promises';
import { isAbsolute, resolve, sep } from 'node:path';
import { extensionOf, failed, MAX_RECORDING_BYTES, type Recording } from './recording.js';

/** The real path of a file inside a folder, symbolic links followed; null: it leads out of it. */
const insideOf = async (directory: string, fileName: string): Promise<string | null> => {
  if (isAbsolute(fileName) || fileName.includes('\0')) return null;
  const root = await realpath(directory);
  const asked = resolve(root, fileName);
  if (!asked.startsWith(root + sep)) return null;
  const real = await realpath(asked);
  return real.startsWith(root + sep) ? real : null;
};

/** Reads a recording from the recordings' folder. Never throws: one that cannot be had is an answer. */
export const readRecordingFile = async (directory: string, fileName: string): Promise<Recording> => {
  try {
    const path = await insideOf(directory, fileName);
    if (path === null) return failed('not_allowed');
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > MAX_RECORDING_BYTES) return failed('too_big');
      return { kind: 'fetched', content: await file.readFile(), extension: extensionOf(fileName) };
    } finally {
      await file.close();
    }
  } catch {
    // No such file or folder, or not readable: people read the same words, the log has the call's id.
    return failed('refused');
  }
};
