import { countWaitingProblems } from '../../queries/problems/list-problems.js';
import { readSystemState } from '../../queries/system/system-state.js';
import { lines } from '../../text/html.js';
import { defineScreen } from '../define-screen.js';
import { ruleQualityPlace } from '../places/feedback.js';
import { problemsPlace, ticketPlace } from '../places/problems.js';
import { runsPlace } from '../places/runs.js';
import { systemPlace, versionsPlace } from '../places/system.js';
import { databaseLine, importLine, queueLines, redisLine, relayLine, serviceLines } from './system-words.js';

/** «⚙️ Система»: how the parts are, the worst of each first, and the ways to what a developer does with the rules. */
export const system = defineScreen({
  ...systemPlace,
  load: async ({ db, surroundings }) => ({
    state: await readSystemState(db),
    redis: await surroundings.askRedis(),
    boardUrl: surroundings.boardUrl,
    waitingProblems: await countWaitingProblems(db),
  }),
  render: ({ state, redis, boardUrl, waitingProblems }, { t, moment }) => ({
    text: lines(
      t('system-title'),
      '',
      state.activeTag === null
        ? t('system-version-none')
        : t('system-version', { tag: state.activeTag, shadows: state.shadows }),
      state.lastCallAt === null
        ? t('system-no-calls')
        : t('system-last-call', { at: moment(state.lastCallAt) }),
      importLine(state, { t, moment }),
      '',
      t('system-queues'),
      ...queueLines(state, { t, moment }),
      relayLine(state, { t, moment }),
      boardUrl === null ? null : t('system-board', { address: boardUrl }),
      '',
      t('system-services'),
      ...serviceLines(state, { t, moment }),
      '',
      databaseLine(state, { t, moment }),
      redisLine(redis, { t, moment }),
    ),
    rows: [
      [versionsPlace.link(t('button-versions'), { page: 0 }), runsPlace.link(t('button-runs'), {})],
      [ruleQualityPlace.link(t('button-rule-quality'), { isActiveOnly: false })],
      [
        problemsPlace.link(t('button-problems', { count: waitingProblems }), {
          filter: 'waiting',
          page: 0,
        }),
        ticketPlace.link(t('button-ticket'), {}),
      ],
      [systemPlace.link(t('button-refresh'), {})],
    ],
  }),
});
