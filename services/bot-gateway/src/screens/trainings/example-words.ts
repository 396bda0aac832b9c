import type { TrainingExample } from '../../queries/trainings/list-examples.js';
import { cutWords } from '../../text/cut-words.js';
import { lines, type Html } from '../../text/html.js';
import { visibleWords } from '../../text/visible-words.js';
import type { Button } from '../define-place.js';
import type { RenderTools } from '../define-screen.js';
import { inRows } from '../in-rows.js';
import { callCardPlace } from '../places/work.js';

const MAX_QUOTE = 70;
const BUTTONS_IN_ROW = 2;

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'person'>;

/** The calls to learn from, with the words that show the pattern where words do. */
export const exampleLines = (examples: readonly TrainingExample[], { t, moment, person }: Tools): Html[] =>
  examples.map(({ historyId, callDate, quote }) =>
    lines(
      t('training-example', { id: historyId, at: moment(callDate) }),
      quote === null ? null : t('call-quote', { quote: cutWords(visibleWords(quote, person), MAX_QUOTE) }),
    ),
  );

/** A button a call. */
export const exampleButtons = (
  examples: readonly TrainingExample[],
  { t, moment }: Pick<Tools, 't' | 'moment'>,
): Button[][] =>
  inRows(
    BUTTONS_IN_ROW,
    examples.map(({ historyId, callDate }) =>
      callCardPlace.link(t('training-example-button', { id: historyId, at: moment(callDate) }), {
        historyId,
      }),
    ),
  );
