import { z } from 'zod';
import { defineEvent } from '../define.js';
import { ExportId } from '../domain/ids.js';

const OneExport = z.object({ exportId: ExportId });

/** A file is to be made: its person waits for it. */
export const exportRequested = defineEvent({
  type: 'export.requested',
  version: 1,
  priority: 'live',
  payload: OneExport,
});

/** Somebody asked for an export or cancelled it: his screen says so. */
export const exportMoved = defineEvent({
  type: 'export.moved',
  version: 1,
  payload: OneExport.extend({ move: z.enum(['create', 'cancel']) }),
});

/** More rows of a file are there: told every few seconds at most. */
export const exportProgressed = defineEvent({ type: 'export.progressed', version: 1, payload: OneExport });

/** A file is ready, or will never be (its row says which). */
export const exportFinished = defineEvent({
  type: 'export.finished',
  version: 1,
  priority: 'live',
  payload: OneExport,
});

/** A file may go to the person who asked for it. */
export const exportHandedOut = defineEvent({ type: 'export.handed_out', version: 1, payload: OneExport });
