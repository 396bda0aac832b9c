import type { Button } from '../screens/define-place.js';
import { problemPlace } from '../screens/places/problems.js';
import type { Translate } from '../text/translate.js';

/** A failure as a person may report it. */
export interface Failure {
  /** The update that failed; null: not known. */
  update: number | null;
  /** Id of the screen it happened on; null: not known. */
  screen: string | null;
}

/** «🆘 Сообщить о проблеме» beside an error: the failure's number goes along by itself. */
export const offerReport = (failure: Failure, t: Translate): Button =>
  problemPlace.link(t('button-problem'), failure);
