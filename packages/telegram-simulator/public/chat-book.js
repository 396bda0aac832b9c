import { fullName } from './format.js';
/** @import { GroupView, PersonView } from '../src/web/views.js' */
/** @import { ChatLine } from './chat-row.js' */

/** Everybody and every group that the simulator told of. */
export const createChatBook = () => {
  /** @type {Map<number, PersonView>} */
  const people = new Map();
  /** @type {Map<number, GroupView>} */
  const groups = new Map();

  return {
    people: () => [...people.values()],
    groups: () => [...groups.values()],
    /** @param {ChatLine} chat */
    put: (chat) => {
      if ('title' in chat) groups.set(chat.id, chat);
      else people.set(chat.id, chat);
    },
    /** @param {number | null} chatId @returns {ChatLine | undefined} */
    find: (chatId) => (chatId === null ? undefined : (people.get(chatId) ?? groups.get(chatId))),
    /** @param {number} personId */
    nameOf: (personId) => {
      const person = people.get(personId);
      return person ? fullName(person) : 'Участник';
    },
    /** @param {GroupView} group */
    membersOf: ({ memberIds }) =>
      memberIds.flatMap((id) => {
        const member = people.get(id);
        return member ? [member] : [];
      }),
    /** What is unread in the other chats. @param {number | null} chatId */
    unreadBeside: (chatId) =>
      [...people.values(), ...groups.values()].reduce(
        (sum, { id, unread }) => (id === chatId ? sum : sum + unread),
        0,
      ),
    clear: () => {
      people.clear();
      groups.clear();
    },
  };
};
