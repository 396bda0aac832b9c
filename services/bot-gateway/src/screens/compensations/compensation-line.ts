import type { CompensationReason } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import type { Html } from '../../text/html.js';
import { moneyWords } from '../../text/money-words.js';
import type { Translate } from '../../text/translate.js';

/** How much is to be paid, and for what: on the card of the assignment to pay it. */
export const compensationLine = (
  { amountKopecks, reason }: { amountKopecks: number; reason: CompensationReason },
  t: Translate,
): Html =>
  t('assignment-compensation', {
    money: moneyWords(amountKopecks, t),
    reason: t(codeKey('compensation-reason', reason)),
  });
