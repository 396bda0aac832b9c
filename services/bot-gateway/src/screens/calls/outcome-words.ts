import { toldOutcome, type Direction, type Outcome } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import type { Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';

interface Ended {
  direction: Direction;
  /** null: not scored yet. */
  outcome: Outcome | null;
  isUnread: boolean;
}

/** What came of a call: «записался», «не дозвонились», «ещё не разобран». */
export const outcomeWords = ({ outcome, ...call }: Ended, t: Translate): Html =>
  t(outcome === null ? 'call-outcome-unknown' : codeKey('outcome', toldOutcome({ ...call, outcome })));
