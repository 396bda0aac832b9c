import { accessSync, closeSync, constants, openSync, writeSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Rejection } from '../record/parse-call.js';

/** The rejected records of one run: the first for the screen, all of them in a file. */
export interface RejectionReport {
  add(file: string, rejection: Rejection): void;
  /** Writes what is left. */
  close(): void;
  /** Those to show; no more than `SHOWN_REJECTIONS`. */
  readonly shown: readonly { file: string; rejection: Rejection }[];
  readonly total: number;
  /** The files that were written; empty when nothing was rejected. */
  readonly written: readonly string[];
}

export const SHOWN_REJECTIONS = 20;
const BUFFERED_LINES = 1_000;

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Beside the file; in the current folder when that one may only be read. */
const reportBeside = (file: string): string => {
  const name = `${basename(file)}.rejected.jsonl`;
  const folder = dirname(file);
  return isWritable(folder) ? resolve(folder, name) : resolve(name);
};

/** @param reportFile one file for all, whose lines name the file they are about; null: one beside each file */
export const rejectionReport = (reportFile: string | null): RejectionReport => {
  const shown: { file: string; rejection: Rejection }[] = [];
  const written: string[] = [];
  let total = 0;
  let open: { path: string; descriptor: number } | null = null;
  let lines: string[] = [];

  const flush = (): void => {
    if (open !== null && lines.length > 0) writeSync(open.descriptor, lines.join(''));
    lines = [];
  };
  const close = (): void => {
    flush();
    if (open !== null) closeSync(open.descriptor);
    open = null;
  };
  const openFor = (file: string): void => {
    const path = reportFile ?? reportBeside(file);
    if (open?.path === path) return;
    close();
    // A report that this run has begun is continued, one of an earlier run replaced.
    open = { path, descriptor: openSync(path, written.includes(path) ? 'a' : 'w') };
    if (!written.includes(path)) written.push(path);
  };

  return {
    add: (file, rejection) => {
      total += 1;
      if (shown.length < SHOWN_REJECTIONS) shown.push({ file, rejection });
      openFor(file);
      lines.push(`${JSON.stringify(reportFile === null ? rejection : { file, ...rejection })}\n`);
      if (lines.length >= BUFFERED_LINES) flush();
    },
    close,
    shown,
    get total() {
      return total;
    },
    written,
  };
};
