import type { SimulatorDeps } from '../deps.js';
import { NotAMemberError, UnknownGroupError, UnknownPersonError } from '../errors.js';
import type { Chat, GroupChat, PrivateChat } from '../state/model.js';

/** Who acts, and in which chat: the own one (`chatId` is the person's id) or a group. */
export interface Place {
  personId: number;
  chatId: number;
}

type StoreOnly = Pick<SimulatorDeps, 'store'>;

/** @throws UnknownPersonError */
export const findPrivateChat = ({ store }: StoreOnly, personId: number): PrivateChat => {
  const chat = store.state.chats.get(personId);
  if (!chat) throw new UnknownPersonError(personId);
  return chat;
};

/** @throws UnknownGroupError */
export const findGroup = ({ store }: StoreOnly, groupId: number): GroupChat => {
  const chat = store.state.groups.get(groupId);
  if (!chat) throw new UnknownGroupError(groupId);
  return chat;
};

/** @throws UnknownPersonError, UnknownGroupError, NotAMemberError */
export const findPlace = (deps: StoreOnly, { personId, chatId }: Place): { me: PrivateChat; chat: Chat } => {
  const me = findPrivateChat(deps, personId);
  if (chatId === personId) return { me, chat: me };
  const chat = findGroup(deps, chatId);
  if (!chat.group.memberIds.includes(personId)) throw new NotAMemberError(personId, chatId);
  return { me, chat };
};
