import type { SimulatorDeps } from '../deps.js';
import { createSignal, type Signal } from '../signal.js';
import type { Change } from '../state/changes.js';
import type { CallbackAnswer, ChatMessage } from '../state/model.js';
import { chatById, type State } from '../state/state.js';
import { type GroupView, groupView, type PersonView, personView } from './views.js';

/** What a page is told while it is open. */
export type LiveEvent =
  | { type: 'person'; person: PersonView }
  | { type: 'group'; group: GroupView }
  | { type: 'message'; chatId: number; message: ChatMessage }
  | { type: 'deleted'; chatId: number; messageId: number }
  | {
      type: 'answer';
      chatId: number;
      /** Who tapped: only he is shown the words. */
      personId: number;
      messageId: number;
      callbackData: string;
      answer: CallbackAnswer | null;
    }
  | { type: 'action'; chatId: number; action: string }
  | { type: 'commands' };

/** The line of the list that a change made another one. */
const lineOf = (state: State, chatId: number): LiveEvent[] => {
  const chat = chatById(state, chatId);
  if (!chat) return [];
  return 'group' in chat
    ? [{ type: 'group', group: groupView(chat) }]
    : [{ type: 'person', person: personView(chat) }];
};

const toEvents = (change: Change, state: State): LiveEvent[] => {
  switch (change.kind) {
    case 'person-added':
      return lineOf(state, change.person.id);
    case 'chat-started':
    case 'blocked-set':
      return lineOf(state, change.personId);
    case 'group-added':
      return lineOf(state, change.group.id);
    case 'group-bot-set':
    case 'read':
      return lineOf(state, change.chatId);
    case 'message-added':
    case 'message-changed': {
      const { message } = change;
      return [{ type: 'message', chatId: message.chatId, message }, ...lineOf(state, message.chatId)];
    }
    case 'message-deleted': {
      const { chatId, messageId } = change;
      return [{ type: 'deleted', chatId, messageId }, ...lineOf(state, chatId)];
    }
    case 'callback-answered': {
      const callback = state.callbacks.get(change.callbackId);
      if (!callback) return [];
      const { chatId, personId, messageId, data: callbackData } = callback;
      return [{ type: 'answer', chatId, personId, messageId, callbackData, answer: change.answer }];
    }
    case 'commands-set':
      return [{ type: 'commands' }];
    // What a page does not show.
    case 'snapshot':
    case 'update-queued':
    case 'updates-confirmed':
    case 'update-delivered':
    case 'webhook-set':
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
