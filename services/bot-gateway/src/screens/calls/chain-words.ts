import type { ChainPlace } from '@perezvon/db/calls';
import type { Chain } from '../../queries/calls/find-chain.js';
import type { Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';

/** «🔁 3-й звонок»: that a client had to call again; null: he had not. */
export const repeatMark = ({ number }: Pick<ChainPlace, 'number'>, t: Translate): Html | null =>
  number > 1 ? t('chain-repeat', { number }) : null;

/** How often the client calls, and how often he was called; null: there is only this call. */
export const chainLine = ({ number, others }: ChainPlace, days: number, t: Translate): Html | null => {
  if (others === 0) return null;
  return number > 1
    ? t('chain-repeat-of', { number, all: others + 1, days })
    : t('chain-others', { others, days });
};

/** The same for who gives one of these calls away: what the others were about, and whether somebody acts on them. */
export const chainSummary = ({ others, days, calls }: Chain, t: Translate): Html | null =>
  others === 0
    ? null
    : t('chain-summary', {
        others,
        days,
        complaints: calls.filter(({ isComplaint }) => isComplaint).length,
        owned: calls.filter(({ owner }) => owner !== null).length,
      });
