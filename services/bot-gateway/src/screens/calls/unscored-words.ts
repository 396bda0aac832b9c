import type { Unscored } from '../../queries/calls/find-unscored.js';
import type { Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';

/** That some calls are in no number yet; null: all are. A nought beside it would be taken for good news. */
export const unscoredLine = ({ count, of }: Unscored, t: Translate): Html | null =>
  count === 0 ? null : t('calls-unscored', { count, of });
