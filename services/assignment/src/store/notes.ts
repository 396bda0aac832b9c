import type { Tx } from '@perezvon/db';

/** Whether words that somebody is said to have typed are there and his; null: there are none to look for. */
export const areOwnWords = async (
  tx: Tx,
  { noteId, authorId }: { noteId: number | null; authorId: number },
): Promise<boolean> =>
  noteId === null ||
  (await tx.note.findFirst({ where: { id: noteId, authorId }, select: { id: true } })) !== null;
