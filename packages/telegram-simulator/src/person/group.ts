import type { SimulatorDeps } from '../deps.js';
import type { ChatMessage, SimulatedGroup } from '../state/model.js';
import { setGroupBot } from './membership.js';
import { createPerson, type Person } from './person.js';
import { findGroup } from './place.js';
import { type MessageWait, waitForMessage } from './wait.js';

/** A group chat, for tests: what stands in it, and its members' thumbs. */
export interface Group {
  readonly id: number;
  readonly profile: SimulatedGroup;
  /** Somebody in this group: what he sends, taps and reads is there. @throws UnknownPersonError, NotAMemberError */
  member(personId: number): Person;
  /** All messages, the oldest first. */
  messages(): readonly ChatMessage[];
  /** The newest message that fits, now or as soon as there is one. @throws WaitTimeoutError with `what` */
  waitFor(predicate: (message: ChatMessage) => boolean, options: MessageWait): Promise<ChatMessage>;
  /** The bot may not write here any more, until it is added. */
  removeBot(): void;
  addBot(): void;
}

/** @throws UnknownGroupError */
export const createGroup = (id: number, deps: SimulatorDeps): Group => {
  const chat = () => findGroup(deps, id);
  return {
    id,
    profile: chat().group,
    member: (personId) => createPerson({ personId, chatId: id }, deps),
    messages: () => [...chat().messages],
    waitFor: (predicate, wait) => waitForMessage(deps.store, () => chat().messages, predicate, wait),
    removeBot: () => setGroupBot(id, false, deps),
    addBot: () => setGroupBot(id, true, deps),
  };
};
