/** @import { ChatView, PersonView } from '../src/web/views.js' */
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

/** @typedef {{ bot: { firstName: string, username: string }, defaultPersonId: number | null, people: PersonView[] }} PeopleAnswer */

export const api = {
  /** @returns {Promise<PeopleAnswer>} */
  people: () => request('/chat/people'),
  /** @param {number} personId @returns {Promise<ChatView>} */
  chat: (personId) => request(`/chat/people/${personId}`),
  /** @param {Record<string, string>} person @returns {Promise<{ id: number }>} */
  addPerson: (person) => post('/chat/people', person),
  /** @param {number} personId @param {string} text @returns {Promise<{ messageId: number }>} */
  send: (personId, text) => post(`/chat/people/${personId}/messages`, { text }),
  /** @param {number} personId @param {number} messageId @param {string} callbackData @returns {Promise<{ tapped: boolean }>} */
  tap: (personId, messageId, callbackData) =>
    post(`/chat/people/${personId}/taps`, { messageId, callbackData }),
  /** @param {number} personId @param {number} messageId the newest one that was seen @returns {Promise<object>} */
  read: (personId, messageId) => post(`/chat/people/${personId}/read`, { messageId }),
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
