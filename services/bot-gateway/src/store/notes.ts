import type { Db, Tx } from '@perezvon/db';
import { DAY_MS } from '../domain/durations.js';

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

/** How long somebody may come back to words that he typed and has not sent; then he is asked to write them again. */
const KEEP_UNSENT_MS = 2 * DAY_MS;
const FORGET_BATCH = 5_000;

/**
 * Forgets words that were typed and never sent, or copied to where they are shown. What an accepted action names is not
 * among them, however long it waits in the outbox. @returns how many
 */
export const forgetUnsentNotes = async (db: Db, now: Date): Promise<number> => {
  const before = new Date(now.getTime() - KEEP_UNSENT_MS);
  return db.$executeRaw`
    DELETE FROM notes WHERE id IN (
      SELECT n.id FROM notes AS n
      WHERE n.created_at <= ${before}
        AND NOT EXISTS (SELECT 1 FROM problem_messages AS m WHERE m.note_id = n.id)
        AND NOT EXISTS (SELECT 1 FROM score_disputes AS d WHERE d.note_id = n.id)
        AND NOT EXISTS (SELECT 1 FROM score_disputes AS d WHERE d.decision_note_id = n.id)
        AND NOT EXISTS (SELECT 1 FROM assignments AS a WHERE a.note_id = n.id)
        AND NOT EXISTS (SELECT 1 FROM assignments AS a WHERE a.reason_note_id = n.id)
        -- The reasons of earlier moves stand in the assignment's story only.
        AND NOT EXISTS (
          SELECT 1 FROM admin_action_logs AS l
          WHERE l.subject_kind = 'assignment' AND l.after ->> 'noteId' = n.id::text)
        AND NOT EXISTS (SELECT 1 FROM compensations AS c WHERE c.note_id = n.id)
        AND NOT EXISTS (SELECT 1 FROM compensations AS c WHERE c.decision_note_id = n.id)
        AND NOT EXISTS (SELECT 1 FROM outbox AS o WHERE o.message -> 'payload' ->> 'noteId' = n.id::text)
      LIMIT ${FORGET_BATCH}
    )`;
};
