import { nameOf, type PersonName } from '../../people/person.js';
import type { Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';

/** `Ольга (op-1)`, or the code alone where nobody in the bot has it. */
export const operatorWords = (
  { code, name }: { code: string; name: PersonName | null },
  t: Translate,
): Html => t('operator-name', { code, name: name === null ? 'none' : nameOf(name) });
