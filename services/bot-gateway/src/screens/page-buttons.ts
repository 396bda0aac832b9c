import type { Direction, NumberedPage, Page } from '../queries/page.js';
import type { Html } from '../text/html.js';
import type { Translate } from '../text/translate.js';
import type { Button } from './define-place.js';

/**
 * «◀️» and «▶️» of a keyset list, each only where there is a page.
 * @param link makes the button of the page that lies `direction` of a row's cursor
 */
export const pageButtons = <Cursor>(
  { rows, hasPrevious, hasNext }: Page<{ cursor: Cursor }>,
  t: Translate,
  link: (label: Html, direction: Direction, cursor: Cursor) => Button,
): Button[] => {
  const first = rows[0];
  const last = rows.at(-1);
  return [
    ...(first && hasPrevious ? [link(t('button-previous'), 'back', first.cursor)] : []),
    ...(last && hasNext ? [link(t('button-next'), 'on', last.cursor)] : []),
  ];
};

/** «◀️» and «▶️» of a list whose pages are numbered, each only where there is a page. */
export const turnButtons = (
  { page, hasNext }: Pick<NumberedPage<unknown>, 'page' | 'hasNext'>,
  t: Translate,
  link: (label: Html, page: number) => Button,
): Button[] => [
  ...(page > 0 ? [link(t('button-previous'), page - 1)] : []),
  ...(hasNext ? [link(t('button-next'), page + 1)] : []),
];
