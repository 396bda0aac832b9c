/** @import { ChatView, GroupView, PersonView } from '../src/web/views.js' */
/** @import { LiveEvent } from '../src/web/live.js' */

/** The simulator did not take what the page asked for; the message is its answer. */
export class RequestError extends Error {}

/**
 * Asks our own server, whose answers have the types of `src/web`.
 * @template Answer
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<Answer>}
 */
const request = async (path, options) => {
  const response = await fetch(path, { cache: 'no-store', ...options });
  const body = await response.json();
  if (!response.ok) throw new RequestError(String(body.error ?? response.status));
  return body;
};

/**
 * @template Answer
 * @param {string} path
 * @param {object} body
 * @returns {Promise<Answer>}
 */
const post = (path, body) =>
  request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** @typedef {{ bot: { firstName: string, username: string }, defaultPersonId: number | null, people: PersonView[], groups: GroupView[] }} PeopleAnswer */
/** @typedef {{ personId: number, chatId: number }} Place who acts, and where */

export const api = {
  /** @returns {Promise<PeopleAnswer>} */
  people: () => request('/chat/people'),
  /** @param {number} chatId @returns {Promise<ChatView>} */
  chat: (chatId) => request(`/chat/chats/${chatId}`),
  /** @param {Record<string, string>} person @returns {Promise<{ id: number }>} */
  addPerson: (person) => post('/chat/people', person),
  /** @param {{ title: string, memberIds: number[] }} group @returns {Promise<{ id: number }>} */
  addGroup: (group) => post('/chat/groups', group),
  /** @param {number} groupId @param {{ title: string, memberIds: number[] }} group @returns {Promise<{ id: number }>} */
  changeGroup: (groupId, group) => post(`/chat/groups/${groupId}`, group),
  /** @param {number} groupId @param {boolean} hasBot @returns {Promise<object>} */
  setGroupBot: (groupId, hasBot) => post(`/chat/groups/${groupId}/bot`, { hasBot }),
  /**
   * @param {Place} place
   * @param {{ text: string, replyToMessageId: number | undefined }} message
   * @returns {Promise<{ messageId: number }>}
   */
  send: ({ personId, chatId }, message) => post(`/chat/chats/${chatId}/messages`, { personId, ...message }),
  /** @param {Place} place @param {{ messageId: number, callbackData: string }} button @returns {Promise<{ tapped: boolean }>} */
  tap: ({ personId, chatId }, button) => post(`/chat/chats/${chatId}/taps`, { personId, ...button }),
  /** @param {number} chatId @param {number} messageId the newest one that was seen @returns {Promise<object>} */
  read: (chatId, messageId) => post(`/chat/chats/${chatId}/read`, { messageId }),
  /** @param {number} personId @param {boolean} blocked @returns {Promise<object>} */
  setBlocked: (personId, blocked) => post(`/chat/people/${personId}/${blocked ? 'block' : 'unblock'}`, {}),
};

/**
 * Listens to what happens; the browser connects again by itself.
 * @param {{ onOpen: () => void, onLost: () => void, onEvent: (event: LiveEvent) => void }} listeners `onOpen` comes after every break too
 */
export const listen = ({ onOpen, onLost, onEvent }) => {
  const source = new EventSource('/chat/events');
  source.addEventListener('open', onOpen);
  source.addEventListener('error', onLost);
  source.addEventListener('message', ({ data }) => onEvent(JSON.parse(data)));
};
