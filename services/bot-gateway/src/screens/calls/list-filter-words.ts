import type { ListFilter } from '@perezvon/db/calls';
import { join, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { ListChoice } from '../places/calls.js';

/** The filters that are set and an order that is not the usual one, in one line; null: the whole list as ever. */
export const filterWords = (
  { withoutOwner, untouched, order }: ListChoice,
  operator: ListFilter['operator'],
  t: Translate,
): Html | null => {
  const parts = [
    ...(withoutOwner ? [t('filter-without-owner')] : []),
    ...(untouched ? [t('filter-untouched')] : []),
    ...(operator === null ? [] : [t('filter-operator', { operator: operator.code ?? 'none' })]),
    ...(order === 'latest' ? [t('filter-latest')] : []),
  ];
  return parts.length === 0 ? null : t('filters', { filters: join(parts, ' · ') });
};
