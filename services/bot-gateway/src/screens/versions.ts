import { refOfTag } from '../domain/version-ref.js';
import { findPreviousVersion, listVersions } from '../queries/list-versions.js';
import { html, lines } from '../text/html.js';
import type { Button } from './define-place.js';
import { defineScreen } from './define-screen.js';
import { versionCardPlace, versionRollBackPlace, versionsPlace } from './places/system.js';
import { disagreementWords, versionLines } from './version-words.js';

/** «Версии LM»: which decides, which are tried in its shadow, and the way back. */
export const versions = defineScreen({
  ...versionsPlace,
  load: async ({ db }, { page }) => ({
    ...(await listVersions(db, page)),
    hasPrevious: (await findPreviousVersion(db)) !== null,
  }),
  render: ({ rows, hasMore, hasPrevious }, { t, moment, params: { page } }) => {
    const pages: Button[] = [];
    if (page > 0) pages.push(versionsPlace.link(t('button-previous'), { page: page - 1 }));
    if (hasMore) pages.push(versionsPlace.link(t('button-next'), { page: page + 1 }));
    return {
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
        pages,
        hasPrevious ? [versionRollBackPlace.link(t('button-version-back'), {})] : [],
      ],
    };
  },
});
