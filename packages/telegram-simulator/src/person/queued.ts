import type { SimulatorDeps } from '../deps.js';
import type { Change } from '../state/changes.js';

export type UpdateKind = 'message' | 'callback_query' | 'my_chat_member';

/** The update as a change; none when the bot asked not to get this kind. */
export const queued = (
  kind: UpdateKind,
  content: unknown,
  { store }: Pick<SimulatorDeps, 'store'>,
): Change[] => {
  const { allowedUpdates, nextUpdateId } = store.state;
  if (allowedUpdates && !allowedUpdates.includes(kind)) return [];
  return [{ kind: 'update-queued', update: { update_id: nextUpdateId, [kind]: content } }];
};
