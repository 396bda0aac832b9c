import { api, listen, RequestError } from './api.js';
import { createChatMenu } from './chat-menu.js';
import { createChatStatus } from './chat-status.js';
import { createComposer } from './composer.js';
import { alertDialog, createPersonDialog, openPhoto, toast } from './dialogs.js';
import { byId } from './dom.js';
import { firstLetter } from './format.js';
import { createHistory } from './history-view.js';
import { createPeopleList } from './people-view.js';
import { createPendingTaps } from './pending-taps.js';
/** @import { PersonView } from '../src/web/views.js' */
/** @import { LiveEvent } from '../src/web/live.js' */

/** @type {Map<number, PersonView>} */
const people = new Map();
/** @type {number | null} */
let currentId = null;
let botName = '';

const app = byId('app', HTMLElement);
const startButton = byId('start-button', HTMLButtonElement);
const unblockButton = byId('unblock-button', HTMLButtonElement);
const scrollDown = byId('scroll-down', HTMLButtonElement);

/**
 * Does what was asked; when it cannot be done, says so instead of staying silent.
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T | undefined>} undefined when it failed
 */
const attempt = async (work) => {
  try {
    return await work;
  } catch (error) {
    toast(error instanceof RequestError ? error.message : 'Нет связи с симулятором. Попробуйте ещё раз.');
    return undefined;
  }
};

const current = () => (currentId === null ? undefined : people.get(currentId));

const pendingTaps = createPendingTaps((messageId) => history.refresh(messageId));

const history = createHistory({
  scroll: byId('scroll', HTMLElement),
  column: byId('messages', HTMLElement),
  onMove: () => markSeen(),
  actions: {
    botName: () => botName,
    isBusy: pendingTaps.has,
    findMessage: (messageId) => history.find(messageId),
    onCommand: (command) => void send(command),
    onOpenPhoto: openPhoto,
    onTap: (messageId, callbackData) => void tap(messageId, callbackData),
    onCopy: (text) => void copy(text),
  },
});
const peopleList = createPeopleList(byId('people-list', HTMLElement), (personId) => choose(personId));
const status = createChatStatus(byId('chat-status', HTMLElement));
const composer = createComposer((text) => send(text));
const chatMenu = createChatMenu(() => void setBlocked(!current()?.blocked));
const personDialog = createPersonDialog((person) => void addPerson(person));

/** @param {string} text */
const send = async (text) => {
  if (currentId === null) return false;
  const sent = await attempt(api.send(currentId, text));
  return sent !== undefined;
};

/** @param {number} messageId @param {string} callbackData */
const tap = async (messageId, callbackData) => {
  if (currentId === null) return;
  pendingTaps.begin(messageId, callbackData);
  const answer = await attempt(api.tap(currentId, messageId, callbackData));
  if (!answer?.tapped) pendingTaps.end(messageId, callbackData);
};

/** @param {string} text */
const copy = async (text) => {
  await navigator.clipboard.writeText(text);
  toast('Скопировано');
};

/** @param {boolean} blocked */
const setBlocked = async (blocked) => {
  if (currentId !== null) await attempt(api.setBlocked(currentId, blocked));
};

/** @param {Record<string, string>} person */
const addPerson = async (person) => {
  const added = await attempt(api.addPerson(person));
  if (added) choose(added.id);
};

/** Tells the simulator what was seen, and shows the way down when there is more below. */
const markSeen = () => {
  const person = current();
  scrollDown.hidden = history.isAtEnd();
  const isLooking =
    document.visibilityState === 'visible' && history.isAtEnd() && !app.classList.contains('shows-people');
  if (person && person.unread > 0 && isLooking) void attempt(api.read(person.id, history.lastMessageId()));
};

const showFooter = () => {
  const person = current();
  const isBlocked = person?.blocked ?? false;
  const isFresh = !isBlocked && history.isEmpty();
  unblockButton.hidden = !isBlocked;
  startButton.hidden = !isFresh;
  composer.show(!isBlocked && !isFresh);
  chatMenu.show(isBlocked);
};

const showEverybody = () => {
  peopleList.show(people.values(), currentId);
  const person = current();
  if (person) status.setPerson(person);
  const unread = [...people.values()].reduce(
    (sum, { id, unread: count }) => (id === currentId ? sum : sum + count),
    0,
  );
  const badge = byId('other-unread', HTMLElement);
  badge.hidden = unread === 0;
  badge.textContent = String(unread);
  badge.setAttribute('aria-label', `непрочитанных у других: ${unread}`);
  document.title = unread > 0 ? `(${unread}) ${botName}` : botName;
  showFooter();
};

/** Draws the chosen chat from what the simulator knows now. */
const loadChat = async () => {
  const wanted = currentId;
  if (wanted === null) return;
  const chat = await attempt(api.chat(wanted));
  if (!chat || wanted !== currentId) return;
  people.set(wanted, chat.person);
  pendingTaps.clear();
  history.reset(chat.messages);
  for (const { messageId, callbackData } of chat.pendingTaps) pendingTaps.begin(messageId, callbackData);
  composer.setCommands(chat.commands);
  showEverybody();
  markSeen();
};

const loadCommands = async () => {
  const chat = currentId === null ? undefined : await attempt(api.chat(currentId));
  if (chat?.person.id === currentId) composer.setCommands(chat.commands);
};

/** @param {number} personId */
const choose = (personId) => {
  app.classList.remove('shows-people');
  window.history.replaceState(null, '', `#${personId}`);
  if (personId !== currentId) {
    currentId = personId;
    status.rest();
    composer.clear();
  }
  void loadChat();
  composer.focus();
};

/** Everything anew: at the start and after the connection was lost. */
const reload = async () => {
  const answer = await attempt(api.people());
  if (!answer) return;
  botName = answer.bot.firstName;
  byId('bot-name', HTMLElement).textContent = botName;
  byId('bot-avatar', HTMLElement).textContent = firstLetter(botName);
  people.clear();
  for (const person of answer.people) people.set(person.id, person);
  const asked = Number(window.location.hash.slice(1));
  if (currentId === null || !people.has(currentId))
    currentId = people.has(asked) ? asked : answer.defaultPersonId;
  await loadChat();
  showEverybody();
};

/** @param {LiveEvent} event */
const onEvent = (event) => {
  if (event.type === 'person') {
    people.set(event.person.id, event.person);
    showEverybody();
    markSeen();
    return;
  }
  if (event.type === 'commands') {
    void loadCommands();
    return;
  }
  if (event.personId !== currentId) return;
  switch (event.type) {
    case 'message':
      if (event.message.from === 'bot') status.rest();
      history.put(event.message);
      return;
    case 'deleted':
      history.remove(event.messageId);
      return;
    case 'action':
      status.act(event.action);
      return;
    case 'answer':
      pendingTaps.end(event.messageId, event.callbackData);
      if (event.answer?.showAlert) alertDialog(botName, event.answer.text);
      else if (event.answer) toast(event.answer.text);
      return;
    default:
  }
};

startButton.addEventListener('click', () => void send('/start'));
unblockButton.addEventListener('click', () => void setBlocked(false));
scrollDown.addEventListener('click', () => history.toEnd());
byId('add-person', HTMLElement).addEventListener('click', () => personDialog.open());
byId('show-people', HTMLElement).addEventListener('click', () => {
  app.classList.add('shows-people');
  byId('people-list', HTMLElement).querySelector('button')?.focus();
});
document.addEventListener('visibilitychange', markSeen);
window.addEventListener('hashchange', () => {
  const asked = Number(window.location.hash.slice(1));
  if (people.has(asked)) choose(asked);
});

const connection = byId('connection', HTMLElement);
listen({
  onOpen: () => {
    connection.hidden = true;
    void reload();
  },
  onLost: () => {
    connection.hidden = false;
  },
  onEvent,
});
