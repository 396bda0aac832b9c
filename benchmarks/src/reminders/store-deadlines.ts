import type { DbClient } from '@perezvon/db';
import { givenClinic } from '@perezvon/db/testing';

const FIRST_OWNER_ID = 20_001;
const DAY_MINUTES = 1_440;

/** Somebody with so many deadlines. */
interface Owner {
  id: number;
  telegramId: number;
  firstName: string;
}

/** People of the chat, whom the clinic does not know yet. */
export const madeOwners = (count: number): Omit<Owner, 'id'>[] =>
  Array.from({ length: count }, (_, index) => ({
    telegramId: FIRST_OWNER_ID + index,
    firstName: `Ольга ${index + 1}`,
  }));

/** A clinic that never sleeps, with operators who never do: the run may be at night. */
export const storeOwners = async (db: DbClient, owners: readonly Omit<Owner, 'id'>[]): Promise<void> => {
  await givenClinic(db);
  await db.user.createMany({
    data: owners.map((owner) => ({ ...owner, role: 'operator', status: 'active' })),
  });
  await db.$executeRaw`
    INSERT INTO notification_settings (user_id, red_alerts, alert_from, weekly)
    SELECT id, false, 60, false FROM users WHERE telegram_id >= ${FIRST_OWNER_ID}`;
  const span = { from: 0, to: DAY_MINUTES };
  const week = Array.from({ length: 7 }, () => span);
  await db.setting.create({
    data: { key: 'clinic.hours', value: { week, worksOnHolidays: true, special: {} } },
  });
};

/** So many open tasks, the owners in turn, all due at `dueAt`. */
export const storeDeadlines = async (db: DbClient, count: number, dueAt: Date): Promise<void> => {
  const { id: giverId } = await db.user.findFirstOrThrow({ where: { role: 'admin' }, select: { id: true } });
  const { id: noteId } = await db.note.create({
    data: { authorId: giverId, text: 'Бланки' },
    select: { id: true },
  });
  await db.$executeRaw`
    WITH owners AS (
      SELECT array_agg(id ORDER BY id) AS ids FROM users WHERE telegram_id >= ${FIRST_OWNER_ID})
    INSERT INTO assignments (kind, owner_id, given_by_id, note_id, due_at, remind_at, created_at, opened_at)
    SELECT 'task', ids[1 + n % cardinality(ids)], ${giverId}, ${noteId}, ${dueAt}, ${dueAt},
      now() - interval '1 day', now() - interval '1 day'
    FROM owners, generate_series(1, ${count}::int) AS n`;
};
