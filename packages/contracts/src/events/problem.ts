import { z } from 'zod';
import { defineEvent } from '../define.js';
import { ProblemId } from '../domain/ids.js';
import { ProblemSide } from '../domain/problem.js';

/** Somebody said something in a report; `side` says which of the two. */
export const problemSaid = defineEvent({
  type: 'problem.said',
  version: 1,
  payload: z.object({ reportId: ProblemId, side: ProblemSide, isFirst: z.boolean() }),
});

export const problemClosed = defineEvent({
  type: 'problem.closed',
  version: 1,
  payload: z.object({ reportId: ProblemId }),
});
