import type { Tx } from '@perezvon/db';

interface NewNote {
  authorId: number;
  text: string;
  now: Date;
}

/** Keeps words that a person typed, before the message that names them is published. @returns the id */
export const insertNote = async (tx: Tx, { authorId, text, now }: NewNote): Promise<number> => {
  const { id } = await tx.note.create({ data: { authorId, text, createdAt: now }, select: { id: true } });
  return id;
};
