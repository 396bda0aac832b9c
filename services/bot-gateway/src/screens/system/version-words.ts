import { codeKey } from '@perezvon/texts';
import type { Disagreement } from '../../queries/system/shadow-disagreement.js';
import type { VersionRow } from '../../queries/system/list-versions.js';
import { html, lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';

interface Words {
  t: Translate;
  /** `24.11 14:05` on the clinic's clock. */
  moment: (at: Date) => string;
}

const PERCENT = 100;

/** «расходится с активной в 4 % (40 из 1000)». */
export const disagreementWords = (t: Translate, { compared, differing }: Disagreement): Html =>
  t('version-disagreement', {
    compared,
    differing,
    percent: compared === 0 ? 0 : Math.round((differing / compared) * PERCENT),
  });

/** What the shadow raises and the active one does not, and the other way round, a line a metric. */
export const disagreementLines = (t: Translate, { flags }: Disagreement): Html[] =>
  flags.map(({ flag, gained, lost }) =>
    t('version-flag', { metric: t(codeKey('metric', flag)), gained, lost }),
  );

/** State, where it comes from and since when, and what changed in the publisher's words. */
export const versionLines = (
  { t, moment }: Words,
  { tag, state, origin, note, createdAt, activatedAt }: VersionRow,
): Html =>
  lines(
    html`${t('version-mark', { state })} <b>${tag}</b>`,
    t('version-state', {
      state: t(codeKey('ruleset-state', state)),
      origin: t(codeKey('ruleset-origin', origin)),
      at: moment(createdAt),
    }),
    activatedAt === null ? null : t('version-activated', { at: moment(activatedAt) }),
    note === null ? null : t('version-note', { note }),
  );
