import { canSay, type Client } from './client.js';
import type { Dialogue } from './texts-schema.js';

/** Words with which an operator of the demo says that the clinic will call. */
const PROMISE = /перезвон(?:ю|им|ит|ят)|позвон(?:ю|им|ит|ят)|набер(?:у|ём|ёт|ут)|свяжется/u;
/** The family's dialogues in which the clinic calls because somebody has asked. */
const CALL_BACK = 'Перезвон';

const promisesCall = ({ direction, talk }: Dialogue): boolean =>
  direction === 'inbound' && talk.some(({ speaker, text }) => speaker === 'operator' && PROMISE.test(text));

const callsBack = ({ direction, answered, hint }: Dialogue): boolean =>
  direction === 'outbound' && (!answered || hint.category === CALL_BACK);

/** Clients of one day who wait for a call that was promised. */
interface PromisedClients {
  /**
   * Whom a call is with: one that calls back goes to who has waited longest and can say these lines.
   * @param drawn whom it would be with otherwise
   */
  clientOf: (dialogue: Dialogue, drawn: Client) => Client;
}

/** Nobody waits in the morning. */
export const waitingClients = (): PromisedClients => {
  const waiting: Client[] = [];
  const takeFirst = (dialogue: Dialogue): Client | undefined => {
    const at = waiting.findIndex((client) => canSay(client, dialogue));
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };
  return {
    clientOf: (dialogue, drawn) => {
      const client = callsBack(dialogue) ? (takeFirst(dialogue) ?? drawn) : drawn;
      if (promisesCall(dialogue)) waiting.push(client);
      return client;
    },
  };
};
