import { findClinic, type DbClient } from '@perezvon/db';
import type { Clinic } from '@perezvon/db/testing';
import type { AnyIntent } from '../../src/screens/define-action.js';
import type { Address } from '../../src/screens/define-place.js';
import { renderBase } from '../../src/screens/draw.js';
import { ACTIONS, SCREENS } from '../../src/screens/index.js';
import { indexScreens } from '../../src/screens/screen-index.js';
import { toPlainText } from '../../src/text/html.js';
import { seeScreen, type Seen } from './draw.js';
import { personOf } from './people.js';
import { strictTexts } from './texts.js';

const TIMEZONE = 'Europe/Moscow';
const screens = indexScreens(SCREENS, ACTIONS);

/** One clinic's screens, as its people see, tap and answer them. */
export interface Hand {
  see: (who: keyof Clinic, address: Address) => Promise<Seen>;
  /** The screen behind a button. */
  tap: (who: keyof Clinic, seen: Seen, label: string) => Promise<Seen>;
  /** What a person's typed words lead to, or what he is told instead. */
  type: (who: keyof Clinic, address: Address, text: string) => Promise<Seen | string>;
  /** The intent that a button publishes; null: what it is about is gone. */
  intentOf: (who: keyof Clinic, seen: Seen, label: string) => Promise<AnyIntent | null>;
}

/** @param now the clinic's clock */
export const handOf = (db: DbClient, clinic: Clinic, now: () => Date): Hand => {
  const see: Hand['see'] = (who, address) => seeScreen(db, personOf(clinic[who]), address, { now });
  const dataOf = ({ data, buttons }: Seen, label: string): string => {
    const found = data[label];
    if (found === undefined) throw new Error(`no button ${label} among ${buttons.flat().join(', ')}`);
    return found;
  };
  return {
    see,
    tap: (who, seen, label) => see(who, { data: dataOf(seen, label) }),
    type: async (who, address, text) => {
      const person = personOf(clinic[who]);
      const base = renderBase({ now, texts: strictTexts, timezone: TIMEZONE }, person);
      const typed = screens.findScreen(address.data)?.typed;
      const answer = typed?.(text, { ...base, clinic: await findClinic(db, TIMEZONE) });
      if (answer?.kind === 'open') return see(who, answer.address);
      if (answer?.kind === 'keep') {
        const { id } = await db.note.create({ data: { authorId: person.id, text: answer.words } });
        return see(who, answer.leadsTo(id));
      }
      return answer?.kind === 'say' ? toPlainText(answer.text) : 'asks for nothing here';
    },
    intentOf: async (who, seen, label) => {
      const target = screens.find(dataOf(seen, label));
      if (target?.kind !== 'action') throw new Error(`${label} is no action`);
      const origin = { chatId: 1, messageId: 1 };
      const context = { id: 'tg-1', actorId: clinic[who].id, at: now(), origin };
      return target.action.intent(context, { db, timezone: TIMEZONE });
    },
  };
};
