import type { MadeMonth, TrueCall } from './month.js';

/** A callback that the product says is proven, and by which call. */
export interface Proven {
  /** The call that the callback was given for. */
  historyId: number;
  byCall: number;
}

/** How callbacks of one story, or all, were matched. */
export interface Score {
  callbacks: number;
  /** The client was really spoken with. */
  answered: number;
  /** Said to be proven. */
  proven: number;
  /** By a call that really was a talk with this client, after the callback was given. */
  right: number;
  /** Share of `proven` that is right; 1 where nothing is proven. */
  precision: number;
  /** Share of `answered` that is proven rightly; 1 where nothing was answered. */
  recall: number;
}

/** What is said to be done an hour before a call may be meant by it; later it is another matter. */
const AFTER_DONE_MS = 3_600_000;

interface Span {
  from: number;
  /** Infinity: it stays open. */
  until: number;
}

/** When a call could answer each callback: since it was given (or given back) and until it was closed. */
const openSpans = ({ steps }: MadeMonth): Map<number, Span> => {
  const spans = new Map<number, Span>();
  for (const step of steps) {
    if (step.kind === 'deliver') continue;
    const { at, historyId } = step;
    const span = spans.get(historyId);
    if (step.kind === 'give' || step.kind === 'return') spans.set(historyId, { from: at, until: Infinity });
    else if (span)
      spans.set(historyId, { ...span, until: step.kind === 'complete' ? at + AFTER_DONE_MS : at });
  }
  return spans;
};

const shares = (counts: Omit<Score, 'precision' | 'recall'>): Score => ({
  ...counts,
  precision: counts.proven === 0 ? 1 : counts.right / counts.proven,
  recall: counts.answered === 0 ? 1 : counts.right / counts.answered,
});

/** Compares what the product says with what is true: all callbacks (`all`), and those of each story. */
export const judge = (month: MadeMonth, proven: readonly Proven[]): Map<string, Score> => {
  const spans = openSpans(month);
  const talks = new Map<number, TrueCall[]>();
  for (const call of month.outgoing.filter(({ isTalk }) => isTalk))
    talks.set(call.client, [...(talks.get(call.client) ?? []), call]);
  const provenBy = new Map(proven.map(({ historyId, byCall }) => [historyId, byCall]));

  const counts = new Map<string, Omit<Score, 'precision' | 'recall'>>();
  for (const { historyId, client, story } of month.callbacks) {
    const span = spans.get(historyId) ?? { from: Infinity, until: Infinity };
    const right = (talks.get(client) ?? []).filter(({ at }) => at >= span.from && at <= span.until);
    const byCall = provenBy.get(historyId);
    for (const key of ['all', story]) {
      const sum = counts.get(key) ?? { callbacks: 0, answered: 0, proven: 0, right: 0 };
      counts.set(key, {
        callbacks: sum.callbacks + 1,
        answered: sum.answered + (right.length > 0 ? 1 : 0),
        proven: sum.proven + (byCall === undefined ? 0 : 1),
        right: sum.right + (right.some((call) => call.historyId === byCall) ? 1 : 0),
      });
    }
  }
  return new Map([...counts].map(([key, sum]) => [key, shares(sum)]));
};
