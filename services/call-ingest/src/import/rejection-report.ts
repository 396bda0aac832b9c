import { closeSync, openSync, writeSync } from 'node:fs';
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
    const path = reportFile ?? `${file}.rejected.jsonl`;
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
