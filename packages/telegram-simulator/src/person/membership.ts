import { unixSeconds } from '../bot-api/define-method.js';
import { botToWire, chatToWire, personToWire } from '../bot-api/wire.js';
import type { SimulatorDeps } from '../deps.js';
import { SimulatorError } from '../errors.js';
import { type Chat, type GroupChat, SimulatedGroup, type SimulatedPerson } from '../state/model.js';
import { findGroup, findPrivateChat } from './place.js';
import { queued } from './queued.js';

type Status = 'member' | 'left' | 'kicked';

const memberToWire = (status: Status, { bot }: SimulatorDeps) => ({
  user: botToWire(bot),
  status,
  ...(status === 'kicked' && { until_date: 0 }),
});

/** What the bot is told when it is let into a chat or shut out. */
const botMembership = (
  chat: Chat,
  by: SimulatedPerson,
  { from, to }: { from: Status; to: Status },
  deps: SimulatorDeps,
) =>
  queued(
    'my_chat_member',
    {
      chat: chatToWire(chat),
      from: personToWire(by),
      date: unixSeconds(deps.now()),
      old_chat_member: memberToWire(from, deps),
      new_chat_member: memberToWire(to, deps),
    },
    deps,
  );

/** Stops the bot, or lets it write again; nothing happens when it is so already. */
export const setBlocked = (personId: number, blocked: boolean, deps: SimulatorDeps): void => {
  const chat = findPrivateChat(deps, personId);
  if (chat.blocked === blocked) return;
  const change: { from: Status; to: Status } = blocked
    ? { from: 'member', to: 'kicked' }
    : { from: 'kicked', to: 'member' };
  deps.store.commit(
    { kind: 'blocked-set', personId, blocked },
    ...botMembership(chat, chat.person, change, deps),
  );
};

const firstMember = ({ group }: GroupChat, deps: SimulatorDeps): SimulatedPerson | undefined =>
  group.memberIds[0] === undefined ? undefined : findPrivateChat(deps, group.memberIds[0]).person;

/** Removes the bot from a group, or takes it in again; its first member does it. */
export const setGroupBot = (groupId: number, hasBot: boolean, deps: SimulatorDeps): void => {
  const chat = findGroup(deps, groupId);
  if (chat.hasBot === hasBot) return;
  const by = firstMember(chat, deps);
  const change: { from: Status; to: Status } = hasBot
    ? { from: 'kicked', to: 'member' }
    : { from: 'member', to: 'kicked' };
  deps.store.commit(
    { kind: 'group-bot-set', chatId: groupId, hasBot },
    ...(by ? botMembership(chat, by, change, deps) : []),
  );
};

/**
 * A new group with the bot in it, or another title and other members for one that is known.
 * @throws SimulatorError when it has no members, UnknownPersonError when somebody is not there
 */
export const putGroup = (entry: SimulatedGroup, deps: SimulatorDeps): void => {
  const group = SimulatedGroup.parse(entry);
  const [by] = group.memberIds.map((id) => findPrivateChat(deps, id).person);
  if (!by) throw new SimulatorError('a group needs a member: name at least one person in `memberIds`');
  const isNew = !deps.store.state.groups.has(group.id);
  const fresh: GroupChat = { group, hasBot: true, messages: [], lastReadMessageId: 0 };
  deps.store.commit(
    { kind: 'group-added', group },
    ...(isNew ? botMembership(fresh, by, { from: 'left', to: 'member' }, deps) : []),
  );
};
