import { refOfTag, tagOfRef } from '../../domain/version-ref.js';
import {
  findActiveVersion,
  findPreviousVersion,
  findVersion,
  type VersionRow,
} from '../../queries/system/list-versions.js';
import { shadowDisagreement } from '../../queries/system/shadow-disagreement.js';
import { lines } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import { runPeriodPlace } from '../places/runs.js';
import {
  versionActivatePlace,
  versionCardPlace,
  versionRollBackPlace,
  versionsPlace,
} from '../places/system.js';
import { activateVersion, retireVersion, rollBackVersion, shadowVersion } from './version-actions.js';
import { disagreementLines, disagreementWords, versionLines } from './version-words.js';

/** What can be done with a version, by its state. A language model is only compared. */
const decisions = (t: Translate, { tag, state, kind }: VersionRow, hasPrevious: boolean): Button[][] => {
  const version = refOfTag(tag);
  const activate =
    kind === 'rules' ? [versionActivatePlace.link(t('button-version-activate'), { version })] : [];
  const rows: Record<VersionRow['state'], Button[][]> = {
    active: hasPrevious ? [[versionRollBackPlace.link(t('button-version-back'), {})]] : [],
    shadow: [activate, [retireVersion.button(t('button-version-retire'), { version })]],
    retired: [activate, [shadowVersion.button(t('button-version-shadow'), { version })]],
  };
  return rows[state];
};

/** Trying a version on stored calls; a rescore is for versions that score new calls too. */
const trials = (t: Translate, { tag, state, kind }: VersionRow): Button[] => {
  if (kind === 'llm') return [];
  const version = refOfTag(tag);
  const rescore = runPeriodPlace.link(t('button-run-new', { kind: 'rescore' }), { kind: 'rescore', version });
  const backtest = runPeriodPlace.link(t('button-run-new', { kind: 'backtest' }), {
    kind: 'backtest',
    version,
  });
  const byState: Record<VersionRow['state'], Button[]> = {
    active: [rescore],
    shadow: [backtest, rescore],
    retired: [backtest],
  };
  return byState[state];
};

/** One version: what it is, how it differs from the active one, what to do with it. */
export const versionCard = defineScreen({
  ...versionCardPlace,
  load: async ({ db }, { version }) => {
    const row = await findVersion(db, tagOfRef(version));
    return (
      row && {
        row,
        disagreement: row.state === 'active' ? null : await shadowDisagreement(db, row.tag),
        hasPrevious: row.state === 'active' && (await findPreviousVersion(db)) !== null,
      }
    );
  },
  render: ({ row, disagreement, hasPrevious }, { t, moment }) => ({
    text: lines(
      versionLines({ t, moment }, row),
      '',
      t('version-means', { state: row.state }),
      ...(disagreement && (row.state === 'shadow' || disagreement.compared > 0)
        ? (['', disagreementWords(t, disagreement), disagreementLines(t, disagreement)] as const)
        : []),
    ),
    rows: [...decisions(t, row, hasPrevious), trials(t, row)],
  }),
});

/** Before a version decides: what decides now, what will, and what it means for the calls. */
export const versionActivate = defineScreen({
  ...versionActivatePlace,
  load: async ({ db }, { version }) => {
    const chosen = await findVersion(db, tagOfRef(version));
    return (
      chosen && {
        chosen,
        active: await findActiveVersion(db),
        disagreement: await shadowDisagreement(db, chosen.tag),
      }
    );
  },
  render: ({ chosen, active, disagreement }, { t, moment, params }) => ({
    text: lines(
      t('version-activate-question', { tag: chosen.tag, active: active?.tag ?? '—' }),
      '',
      versionLines({ t, moment }, chosen),
      disagreementWords(t, disagreement),
      disagreementLines(t, disagreement),
      '',
      t('version-activate-means'),
    ),
    rows: [
      [
        activateVersion.button(t('button-confirm'), params),
        versionCardPlace.link(t('button-cancel'), params),
      ],
    ],
  }),
});

/** Before the version before decides again. */
export const versionRollBack = defineScreen({
  ...versionRollBackPlace,
  load: async ({ db }) => {
    const previous = await findPreviousVersion(db);
    return previous && { previous, active: await findActiveVersion(db) };
  },
  render: ({ previous, active }, { t, moment }) => ({
    text: lines(
      t('version-back-question', { tag: previous.tag, active: active?.tag ?? '—' }),
      '',
      versionLines({ t, moment }, previous),
      '',
      t('version-activate-means'),
    ),
    rows: [
      [rollBackVersion.button(t('button-confirm'), {}), versionsPlace.link(t('button-cancel'), { page: 0 })],
    ],
  }),
});
