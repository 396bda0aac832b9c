import { countWaitingProblems } from '../../queries/problems/list-problems.js';
import { readSystemState, type SystemState } from '../../queries/system/system-state.js';
import { html, join, lines, type Html } from '../../text/html.js';
import { spanWords } from '../../text/span-words.js';
import type { Translate } from '../../text/translate.js';
import { defineScreen } from '../define-screen.js';
import { ruleQualityPlace } from '../places/feedback.js';
import { problemsPlace, ticketPlace } from '../places/problems.js';
import { runsPlace } from '../places/runs.js';
import { systemPlace, versionsPlace } from '../places/system.js';

const MS_PER_S = 1_000;
const BYTES_PER_MB = 1_000_000;
/** The relay sends within a second or two; from here on it is worth a look. */
const LATE_RELAY_S = 10;

const processLines = (t: Translate, { processes, missing }: SystemState): (Html | null)[] => [
  t('system-processes', {
    list: join(
      processes.map(({ service, count }) => html`${t('service-name', { service })} ${count}`),
      ', ',
    ),
  }),
  missing.length === 0
    ? null
    : t('system-missing', {
        list: join(
          missing.map((service) => t('service-name', { service })),
          ', ',
        ),
      }),
];

const relayLine = (t: Translate, { relayLagS }: SystemState): Html =>
  relayLagS < LATE_RELAY_S
    ? t('system-relay-ok')
    : t('system-relay-late', { span: spanWords(relayLagS * MS_PER_S, t) });

/** «⚙️ Система»: how the parts are, in a few numbers, and the ways to what a developer does with the rules. */
export const system = defineScreen({
  ...systemPlace,
  load: async ({ db }) => ({
    ...(await readSystemState(db)),
    waitingProblems: await countWaitingProblems(db),
  }),
  render: (state, { t, moment }) => ({
    text: lines(
      t('system-title'),
      '',
      t('system-version', { tag: state.activeTag ?? '—', shadows: state.shadows }),
      t('system-queue', { live: state.waiting.live, bulk: state.waiting.bulk }),
      t('system-parked', { count: state.parked }),
      relayLine(t, state),
      ...processLines(t, state),
      t('system-database', { megabytes: Math.ceil(state.databaseBytes / BYTES_PER_MB) }),
      state.lastCallAt === null
        ? t('system-no-calls')
        : t('system-last-call', { at: moment(state.lastCallAt) }),
    ),
    rows: [
      [versionsPlace.link(t('button-versions'), { page: 0 }), runsPlace.link(t('button-runs'), {})],
      [ruleQualityPlace.link(t('button-rule-quality'), { isActiveOnly: false })],
      [
        problemsPlace.link(t('button-problems', { count: state.waitingProblems }), {
          filter: 'waiting',
          page: 0,
        }),
        ticketPlace.link(t('button-ticket'), {}),
      ],
      [systemPlace.link(t('button-refresh'), {})],
    ],
  }),
});
