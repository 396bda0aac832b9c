import type { SimulatorDeps } from '../deps.js';
import { createSignal, type Signal } from '../signal.js';
import type { Change } from '../state/changes.js';
import type { CallbackAnswer, ChatMessage } from '../state/model.js';
import type { State } from '../state/state.js';
import { type PersonView, personView } from './views.js';

/** What a page is told while it is open. */
export type LiveEvent =
  | { type: 'person'; person: PersonView }
  | { type: 'message'; personId: number; message: ChatMessage }
  | { type: 'deleted'; personId: number; messageId: number }
  | {
      type: 'answer';
      personId: number;
      messageId: number;
      callbackData: string;
      answer: CallbackAnswer | null;
    }
  | { type: 'action'; personId: number; action: string }
  | { type: 'commands' };

const personOf = (state: State, personId: number): LiveEvent[] => {
  const chat = state.chats.get(personId);
  return chat ? [{ type: 'person', person: personView(chat) }] : [];
};

const toEvents = (change: Change, state: State): LiveEvent[] => {
  switch (change.kind) {
    case 'person-added':
      return personOf(state, change.person.id);
    case 'chat-started':
    case 'blocked-set':
    case 'read':
      return personOf(state, change.personId);
    case 'message-added':
    case 'message-changed': {
      const { message } = change;
      return [{ type: 'message', personId: message.chatId, message }, ...personOf(state, message.chatId)];
    }
    case 'message-deleted': {
      const { personId, messageId } = change;
      return [{ type: 'deleted', personId, messageId }, ...personOf(state, personId)];
    }
    case 'callback-answered': {
      const callback = state.callbacks.get(change.callbackId);
      if (!callback) return [];
      const { personId, messageId, data: callbackData } = callback;
      return [{ type: 'answer', personId, messageId, callbackData, answer: change.answer }];
    }
    case 'commands-set':
      return [{ type: 'commands' }];
    // What a page does not show.
    case 'snapshot':
    case 'update-queued':
    case 'updates-confirmed':
    case 'callback-asked':
    case 'file-stored':
    case 'menu-button-set':
    case 'allowed-updates-set':
    default:
      return [];
  }
};

/** Turns what happens into what pages are told. */
export const createLiveEvents = ({ store, chatActions }: SimulatorDeps): Signal<LiveEvent> => {
  const events = createSignal<LiveEvent>();
  store.subscribe((changes) => {
    for (const change of changes) for (const event of toEvents(change, store.state)) events.emit(event);
  });
  chatActions.subscribe((action) => events.emit({ type: 'action', ...action }));
  return events;
};
