import type { Db } from '@perezvon/db';

/** Words that this person has typed; null: there are none, or they are somebody else's. */
export const findNote = async (
  db: Db,
  { id, authorId }: { id: number; authorId: number },
): Promise<string | null> =>
  (await db.note.findFirst({ where: { id, authorId }, select: { text: true } }))?.text ?? null;
