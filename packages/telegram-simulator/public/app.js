import { createActorField } from './actor-field.js';
import { api, listen } from './api.js';
import { attempt } from './attempt.js';
import { createChatBook } from './chat-book.js';
import { createChatHeader } from './chat-header.js';
import { createChatList } from './chat-list.js';
import { createChatMenu } from './chat-menu.js';
import { createComposer } from './composer.js';
import { readDeepLink, readHash } from './deep-link.js';
import { alertDialog, createPersonDialog, openPhoto, toast } from './dialogs.js';
import { byId } from './dom.js';
import { createGroupDialog } from './group-dialog.js';
import { createHistory } from './history-view.js';
import { createPendingTaps } from './pending-taps.js';
import { createReplyBar } from './reply-bar.js';
/** @import { ChatMessage } from '../src/state/model.js' */
/** @import { LiveEvent } from '../src/web/live.js' */

const book = createChatBook();
/** @type {number | null} */
let currentId = null;
let bot = { firstName: '', username: '' };
/** What a link wants to be said with «Начать»; null when no link was followed. @type {string | null} */
let startPayload = null;

const app = byId('app', HTMLElement);
const startButton = byId('start-button', HTMLButtonElement);
const unblockButton = byId('unblock-button', HTMLButtonElement);
const scrollDown = byId('scroll-down', HTMLButtonElement);

const current = () => book.find(currentId);
/** Whose thumb it is: the person whose chat is open, or the chosen member of the group. */
const actorId = () => (currentId !== null && currentId > 0 ? currentId : actor.personId());
const place = () => {
  const personId = actorId();
  return personId === null || currentId === null ? null : { personId, chatId: currentId };
};

/** @param {ChatMessage} message */
const writer = ({ from, authorId }) => {
  const inGroup = (currentId ?? 0) < 0;
  if (from === 'bot') return { name: bot.firstName, isMe: false, colour: inGroup ? 0 : null };
  if (authorId === null || authorId === actorId()) return { name: 'Вы', isMe: true, colour: null };
  return { name: book.nameOf(authorId), isMe: false, colour: authorId };
};

const pendingTaps = createPendingTaps((messageId) => history.refresh(messageId));
const history = createHistory({
  scroll: byId('scroll', HTMLElement),
  column: byId('messages', HTMLElement),
  onMove: () => markSeen(),
  actions: {
    writer,
    isBusy: pendingTaps.has,
    findMessage: (messageId) => history.find(messageId),
    onCommand: (command) => void send(command),
    onOpenPhoto: openPhoto,
    onTap: (messageId, callbackData) => void tap(messageId, callbackData),
    onCopy: (text) => void copy(text),
    onReply: (message) => {
      replyBar.show(message);
      composer.focus();
    },
  },
});
const actor = createActorField(() => history.redraw());
const replyBar = createReplyBar((message) => writer(message).name);
const listParts = {
  nameOf: book.nameOf,
  /** @param {number} chatId */
  onChoose: (chatId) => choose(chatId),
};
const peopleList = createChatList(byId('people-list', HTMLElement), listParts);
const groupList = createChatList(byId('group-list', HTMLElement), listParts);
const header = createChatHeader(() => bot.firstName);
const composer = createComposer((text) => send(text));
const chatMenu = createChatMenu({ onToggleBot: () => void toggleBot(), onEditGroup: () => editGroup() });
const personDialog = createPersonDialog((person) => void addPerson(person));
const groupDialog = createGroupDialog((fields, groupId) => void saveGroup(fields, groupId));

/** @param {string} text */
const send = async (text) => {
  const where = place();
  if (!where) return false;
  const sent = await attempt(api.send(where, { text, replyToMessageId: replyBar.messageId() }));
  if (sent) replyBar.clear();
  return sent !== undefined;
};

/** @param {number} messageId @param {string} callbackData */
const tap = async (messageId, callbackData) => {
  const where = place();
  if (!where) return;
  pendingTaps.begin(messageId, callbackData);
  const answer = await attempt(api.tap(where, { messageId, callbackData }));
  if (!answer?.tapped) pendingTaps.end(messageId, callbackData);
};

/** @param {string} text */
const copy = async (text) => {
  await navigator.clipboard.writeText(text);
  toast('Скопировано');
};

const toggleBot = async () => {
  const chat = current();
  if (!chat) return;
  await attempt(
    'title' in chat ? api.setGroupBot(chat.id, !chat.hasBot) : api.setBlocked(chat.id, !chat.blocked),
  );
};

/** @param {Record<string, string>} person */
const addPerson = async (person) => {
  const added = await attempt(api.addPerson(person));
  if (added) choose(added.id);
};

const editGroup = () => {
  const chat = current();
  if (chat && 'title' in chat) groupDialog.open(book.people(), chat);
};

/** @param {import('./group-dialog.js').GroupFields} fields @param {number | null} groupId */
const saveGroup = async (fields, groupId) => {
  const saved = await attempt(groupId === null ? api.addGroup(fields) : api.changeGroup(groupId, fields));
  if (saved) choose(saved.id);
};

const start = async () => {
  const payload = startPayload;
  startPayload = null;
  await send(payload ? `/start ${payload}` : '/start');
  showFooter();
};

/** Tells the simulator what was seen, and shows the way down when there is more below. */
const markSeen = () => {
  const chat = current();
  scrollDown.hidden = history.isAtEnd();
  const isLooking =
    document.visibilityState === 'visible' && history.isAtEnd() && !app.classList.contains('shows-people');
  if (chat && chat.unread > 0 && isLooking) void attempt(api.read(chat.id, history.lastMessageId()));
};

const showFooter = () => {
  const chat = current();
  if (!chat) return;
  const isGroup = 'title' in chat;
  const isBlocked = !isGroup && chat.blocked;
  const asksToStart = !isGroup && !isBlocked && (history.isEmpty() || startPayload !== null);
  unblockButton.hidden = !isBlocked;
  startButton.hidden = !asksToStart;
  composer.show(!isBlocked && !asksToStart);
  if (isGroup) actor.show(book.membersOf(chat));
  else actor.hide();
  chatMenu.show(chat);
};

const showEverything = () => {
  peopleList.show(book.people(), currentId);
  groupList.show(book.groups(), currentId);
  byId('groups-none', HTMLElement).hidden = book.groups().length > 0;
  const chat = current();
  if (chat) header.show(chat);
  const unread = book.unreadBeside(currentId);
  const badge = byId('other-unread', HTMLElement);
  badge.hidden = unread === 0;
  badge.textContent = String(unread);
  badge.setAttribute('aria-label', `непрочитанных у других: ${unread}`);
  document.title = unread > 0 ? `(${unread}) ${bot.firstName}` : bot.firstName;
  showFooter();
};

/** What happened while a chat was on its way: its answer may have been made before. @type {Set<LiveEvent[]>} */
const missedByLoads = new Set();

/** Draws the chosen chat from what the simulator knows now. */
const loadChat = async () => {
  const wanted = currentId;
  if (wanted === null) return;
  /** @type {LiveEvent[]} */
  const missed = [];
  missedByLoads.add(missed);
  const view = await attempt(api.chat(wanted));
  missedByLoads.delete(missed);
  if (!view || wanted !== currentId) return;
  book.put(view.chat);
  pendingTaps.clear();
  // Before the messages: who looks decides which of them are «Вы».
  if ('title' in view.chat) actor.show(book.membersOf(view.chat));
  history.reset(view.messages);
  for (const { messageId, callbackData } of view.pendingTaps) pendingTaps.begin(messageId, callbackData);
  for (const event of missed) if ('chatId' in event && event.chatId === wanted) redraw(event);
  composer.setCommands(view.commands);
  showEverything();
  markSeen();
};

const loadCommands = async () => {
  const view = currentId === null ? undefined : await attempt(api.chat(currentId));
  if (view?.chat.id === currentId) composer.setCommands(view.commands);
};

/** @param {number} chatId @param {string | null} payload of the link that led there */
const choose = (chatId, payload = null) => {
  app.classList.remove('shows-people');
  window.history.replaceState(null, '', `#${chatId}`);
  startPayload = payload;
  if (chatId !== currentId) {
    currentId = chatId;
    header.rest();
    composer.clear();
    replyBar.clear();
  }
  void loadChat();
  composer.focus();
};

/** Everything anew: at the start and after the connection was lost. */
const reload = async () => {
  const answer = await attempt(api.people());
  if (!answer) return;
  bot = answer.bot;
  book.clear();
  for (const chat of [...answer.people, ...answer.groups]) book.put(chat);
  const asked = readHash(window.location.hash);
  const wanted = book.find(asked.chatId) ? asked.chatId : answer.defaultPersonId;
  if (!current()) currentId = wanted;
  if (asked.payload !== '' && currentId === asked.chatId) startPayload = asked.payload;
  await loadChat();
  showEverything();
};

/** What stays to be seen of an event. @param {Extract<LiveEvent, { chatId: number }>} event of the chat that is shown */
const redraw = (event) => {
  if (event.type === 'message') history.put(event.message);
  else if (event.type === 'deleted') history.remove(event.messageId);
  else if (event.type === 'answer') pendingTaps.end(event.messageId, event.callbackData);
};

/** @param {Extract<LiveEvent, { chatId: number }>} event of the chat that is shown */
const onChatEvent = (event) => {
  redraw(event);
  switch (event.type) {
    case 'message':
      if (event.message.from === 'bot') header.rest();
      return;
    case 'deleted':
      return;
    case 'action':
      header.act(event.action);
      return;
    case 'answer':
      if (event.personId !== actorId()) return;
      if (event.answer?.showAlert) alertDialog(bot.firstName, event.answer.text);
      else if (event.answer) toast(event.answer.text);
      return;
    default:
  }
};

/** @param {LiveEvent} event */
const onEvent = (event) => {
  for (const missed of missedByLoads) missed.push(event);
  if ('chatId' in event) {
    if (event.chatId === currentId) onChatEvent(event);
    return;
  }
  if (event.type === 'commands') {
    void loadCommands();
    return;
  }
  book.put(event.type === 'group' ? event.group : event.person);
  showEverything();
  markSeen();
};

startButton.addEventListener('click', () => void start());
unblockButton.addEventListener('click', () => void toggleBot());
scrollDown.addEventListener('click', () => history.toEnd());
byId('add-person', HTMLElement).addEventListener('click', () => personDialog.open());
byId('add-group', HTMLElement).addEventListener('click', () => groupDialog.open(book.people(), null));
byId('show-people', HTMLElement).addEventListener('click', () => {
  app.classList.add('shows-people');
  byId('people-list', HTMLElement).querySelector('button')?.focus();
});
// A link to this bot leads into the own chat with it, as in the app; any other opens as links do.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const deepLink = link instanceof HTMLAnchorElement ? readDeepLink(link.href, bot.username) : null;
  const personId = actorId();
  if (!deepLink || personId === null) return;
  event.preventDefault();
  choose(personId, deepLink.payload === '' ? null : deepLink.payload);
});
document.addEventListener('visibilitychange', markSeen);
window.addEventListener('hashchange', () => {
  const { chatId, payload } = readHash(window.location.hash);
  if (book.find(chatId)) choose(chatId, payload === '' ? null : payload);
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
