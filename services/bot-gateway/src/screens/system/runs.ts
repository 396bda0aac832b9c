import type { LmRunKind } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { sinceDays } from '../../domain/run-progress.js';
import { refOfTag, tagOfRef } from '../../domain/version-ref.js';
import { findVersion } from '../../queries/system/list-versions.js';
import {
  countCallsSince,
  findRun,
  listRunnableVersions,
  listRuns,
  type LmRunRow,
} from '../../queries/system/lm-runs.js';
import { html, lines } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import {
  RUN_DAYS,
  runCancelPlace,
  runCardPlace,
  runConfirmPlace,
  runPeriodPlace,
  runReportPlace,
  runsPlace,
  runVersionPlace,
} from '../places/runs.js';
import { cancelLmRun, pauseLmRun, resumeLmRun, startLmRun } from './run-actions.js';
import { runLabel, runLines } from './run-words.js';

/** «Перерасчёт»: what runs over the stored calls now, what did last, and how to start another. */
export const runs = defineScreen({
  ...runsPlace,
  load: ({ db }) => listRuns(db),
  render: ({ open, over }, { t, moment }) => ({
    text: lines(
      t('runs-title'),
      '',
      open.length === 0 ? t('runs-none-open') : null,
      ...open.flatMap((run, index) => [index > 0 ? ('' as const) : null, runLines({ t, moment }, run)]),
      ...(over.length === 0 ? [] : ['' as const, t('runs-over')]),
    ),
    rows: [
      ...[...open, ...over].map((run) => [runCardPlace.link(runLabel(t, run), { runId: run.id })]),
      [runVersionPlace.link(t('button-run-new', { kind: 'rescore' }), { kind: 'rescore' })],
      [runVersionPlace.link(t('button-run-new', { kind: 'backtest' }), { kind: 'backtest' })],
    ],
  }),
});

/** What can be done about a run, by its state. */
const decisions = (t: Translate, { id: runId, state, kind, doneCalls }: LmRunRow): Button[][] => {
  const cancel = runCancelPlace.link(t('button-run-cancel'), { runId });
  const byState: Record<LmRunRow['state'], Button[]> = {
    running: [pauseLmRun.button(t('button-run-pause'), { runId }), cancel],
    paused: [resumeLmRun.button(t('button-run-resume'), { runId }), cancel],
    done: [],
    failed: [],
    cancelled: [],
  };
  const report =
    kind === 'backtest' && doneCalls > 0
      ? [runReportPlace.link(t('button-run-report'), { runId, part: 'flags' })]
      : [];
  return [report, byState[state]];
};

/** One run; what moves it rewrites the screen by itself. */
export const runCard = defineScreen({
  ...runCardPlace,
  load: ({ db }, { runId }) => findRun(db, runId),
  render: (run, { t, moment }) => ({
    text: lines(runLines({ t, moment }, run), '', t('run-means', { kind: run.kind, state: run.state })),
    rows: decisions(t, run),
  }),
});

/** Under which version: a rescore takes one that scores new calls too, a backtest any. */
export const runVersion = defineScreen({
  ...runVersionPlace,
  load: ({ db }, { kind }) => listRunnableVersions(db, kind),
  render: (versions, { t, params: { kind } }) => ({
    text: lines(
      t('run-which-version', { kind }),
      versions.length === 0 ? t('run-no-version', { kind }) : null,
    ),
    rows: versions.map(({ tag, state }) => [
      runPeriodPlace.link(html`${t('version-mark', { state })} ${tag}`, { kind, version: refOfTag(tag) }),
    ]),
  }),
});

/** Over which calls. */
export const runPeriod = defineScreen({
  ...runPeriodPlace,
  load: ({ db }, { version }) => findVersion(db, tagOfRef(version)),
  render: ({ tag }, { t, params: { kind, version } }) => ({
    text: t('run-which-calls', { kind: t(codeKey('run-kind', kind)), tag }),
    rows: RUN_DAYS.map((days) => [
      runConfirmPlace.link(t('button-run-days', { days }), { kind, version, days }),
    ]),
  }),
});

/** What the run will do with the version as it stands. */
const meaning = (kind: LmRunKind, isActive: boolean): string => {
  if (kind === 'backtest') return 'backtest';
  return isActive ? 'current' : 'beside';
};

/** How many calls, and what it means for what people see. */
export const runConfirm = defineScreen({
  ...runConfirmPlace,
  load: async ({ db, now, timezone }, { version, days }) => {
    const found = await findVersion(db, tagOfRef(version));
    const since = sinceDays(now(), days);
    return found && { found, calls: await countCallsSince(db, { since, timezone }) };
  },
  render: ({ found: { tag, state }, calls }, { t, params }) => ({
    text: lines(
      t('run-question', { kind: t(codeKey('run-kind', params.kind)), tag }),
      t('run-calls', { calls, days: params.days }),
      '',
      t('run-will', { what: meaning(params.kind, state === 'active') }),
    ),
    rows: [[startLmRun.button(t('button-confirm'), params), runsPlace.link(t('button-cancel'), {})]],
  }),
});

/** Before a run is given up. */
export const runCancel = defineScreen({
  ...runCancelPlace,
  load: ({ db }, { runId }) => findRun(db, runId),
  render: (run, { t, moment, params }) => ({
    text: lines(t('run-cancel-question'), '', runLines({ t, moment }, run)),
    rows: [[cancelLmRun.button(t('button-confirm'), params), runCardPlace.link(t('button-cancel'), params)]],
  }),
});
