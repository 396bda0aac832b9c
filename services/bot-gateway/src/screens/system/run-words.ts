import { codeKey } from '@perezvon/texts';
import type { LmRunRow } from '../../queries/system/lm-runs.js';
import { runProgress } from '../../domain/run-progress.js';
import { html, lines, type Html } from '../../text/html.js';
import { progressBar } from '../../text/progress-bar.js';
import { spanWords } from '../../text/span-words.js';
import type { Translate } from '../../text/translate.js';

interface Words {
  t: Translate;
  /** `24.11 14:05` on the clinic's clock. */
  moment: (at: Date) => string;
}

/** «с 01.11 00:00», «все звонки». */
const periodWords = ({ t, moment }: Words, { since, until }: LmRunRow): Html =>
  t('run-period', {
    since: since === null ? 'none' : moment(since),
    until: until === null ? 'none' : moment(until),
  });

const progressWords = (t: Translate, run: LmRunRow): Html => {
  const { percent, leftMs } = runProgress(run);
  const left = run.state === 'running' && leftMs !== null ? spanWords(leftMs, t) : 'none';
  const words = t('run-progress', { percent, done: run.doneCalls, total: run.totalCalls, left });
  return html`${progressBar(percent)} ${words}`;
};

/** What it is, over which calls, under which version, and how far. */
export const runLines = (words: Words, run: LmRunRow): Html => {
  const { t, moment } = words;
  const isOpen = run.state === 'running' || run.state === 'paused';
  return lines(
    t('run-title', {
      kind: t(codeKey('run-kind', run.kind)),
      id: run.id,
      state: t(codeKey('run-state', run.state)),
    }),
    html`${run.lmVersionTag} · ${periodWords(words, run)}`,
    isOpen ? progressWords(t, run) : t('run-done', { done: run.doneCalls, total: run.totalCalls }),
    run.failedCalls === 0 ? null : t('run-failed-calls', { count: run.failedCalls }),
    run.finishedAt === null ? null : t('run-finished-at', { at: moment(run.finishedAt) }),
  );
};

/** The run in a button: kind, number and state. */
export const runLabel = (t: Translate, run: LmRunRow): Html =>
  t('run-button', {
    kind: t(codeKey('run-kind', run.kind)),
    id: run.id,
    state: run.state === 'running' ? html`${runProgress(run).percent} %` : t(codeKey('run-state', run.state)),
  });
