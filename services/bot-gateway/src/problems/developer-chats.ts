import type { Tx } from '@perezvon/db';
import type { GatewayDeps } from '../deps.js';
import { listDeveloperChats } from '../store/problems.js';

/** What the configuration says of the developers' chat. */
export type DevelopersChat = Pick<GatewayDeps, 'developersChatId'>;

/** Whether something happened in the developers' chat of the configuration. */
export const isDevelopersChat = ({ developersChatId }: DevelopersChat, chatId: number): boolean =>
  developersChatId !== null && chatId === Number(developersChatId);

/**
 * Where the developers read: their chat, or every developer's own. A developer alone, who reports something himself,
 * gets it too: else nobody would.
 */
export const chatsOfDevelopers = async (
  tx: Tx,
  { developersChatId }: DevelopersChat,
  author: { id: number; chatId: bigint; isDeveloper: boolean },
): Promise<bigint[]> => {
  if (developersChatId !== null) return [developersChatId];
  const others = await listDeveloperChats(tx, author.id);
  return others.length === 0 && author.isDeveloper ? [author.chatId] : others;
};
