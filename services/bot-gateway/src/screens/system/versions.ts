import { refOfTag } from '../../domain/version-ref.js';
import { findPreviousVersion, listVersions } from '../../queries/system/list-versions.js';
import { html, lines } from '../../text/html.js';
import { defineScreen } from '../define-screen.js';
import { turnButtons } from '../page-buttons.js';
import { versionCardPlace, versionRollBackPlace, versionsPlace } from '../places/system.js';
import { disagreementWords, versionLines } from './version-words.js';

/** «Версии LM»: which decides, which are tried in its shadow, and the way back. */
export const versions = defineScreen({
  ...versionsPlace,
  load: async ({ db }, { page }) => ({
    ...(await listVersions(db, page)),
    canRollBack: (await findPreviousVersion(db)) !== null,
  }),
  render: ({ rows, canRollBack, ...place }, { t, moment }) => ({
    text: lines(
      t('versions-title'),
      ...(rows.length === 0 ? (['', t('versions-none')] as const) : []),
      ...rows.flatMap((row) => [
        '' as const,
        versionLines({ t, moment }, row),
        row.disagreement && disagreementWords(t, row.disagreement),
      ]),
    ),
    rows: [
      ...rows.map(({ tag, state }) => [
        versionCardPlace.link(html`${t('version-mark', { state })} ${tag}`, { version: refOfTag(tag) }),
      ]),
      turnButtons(place, t, (label, page) => versionsPlace.link(label, { page })),
      canRollBack ? [versionRollBackPlace.link(t('button-version-back'), {})] : [],
    ],
  }),
});
