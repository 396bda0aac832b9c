import { may } from '@perezvon/access';
import { todayOf } from '../../text/day-words.js';
import { lines } from '../../text/html.js';
import { defineScreen } from '../define-screen.js';
import { foundPlace, searchOperatorPlace, searchPlace } from '../places/search.js';

/** «🔎 Найти звонок»: says what may be typed and waits for it. */
export const search = defineScreen({
  ...searchPlace,
  load: () => ({}),
  render: (_data, { t, person, now, timezone }) => {
    const isOwn = !may(person.role, 'calls.view');
    const today = todayOf(now, timezone);
    return {
      text: lines(t('search-title'), '', t(isOwn ? 'search-what-own' : 'search-what')),
      rows: [
        [
          foundPlace.link(t('search-today-button'), { day: today, direction: 'on' }),
          foundPlace.link(t('search-yesterday-button'), { day: today - 1, direction: 'on' }),
        ],
        [searchOperatorPlace.link(t('search-operator-button'), { page: 0 })],
      ],
    };
  },
  typed: (words) => ({ kind: 'find', words }),
});
