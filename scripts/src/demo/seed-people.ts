import type { Role } from '@perezvon/contracts';
import { withTransaction, type DbClient, type Tx } from '@perezvon/db';
import type { DemoPerson } from './texts-schema.js';

/** `supreme_dev` comes only from the configuration: whoever it does not name is a superadmin. */
const roleOf = ({ telegramId, role }: DemoPerson, supremeDevIds: readonly string[]): Role | undefined =>
  role === 'supreme_dev' && !supremeDevIds.includes(String(telegramId)) ? 'superadmin' : role;

const insertPeople = (tx: Tx, people: readonly DemoPerson[], supremeDevIds: readonly string[]) =>
  tx.user.createMany({
    // Whom somebody has changed meanwhile stays as he is.
    skipDuplicates: true,
    data: people
      .filter(({ role }) => role !== undefined)
      .map((person) => ({
        telegramId: person.telegramId,
        firstName: person.firstName,
        lastName: person.lastName ?? null,
        username: person.username ?? null,
        role: roleOf(person, supremeDevIds) ?? null,
        status: 'active' as const,
        operatorCode: person.operatorCode ?? null,
      })),
  });

/** Lets the demo's people in; newcomers have to ask, as in real life. */
export const seedPeople = (
  db: DbClient,
  people: readonly DemoPerson[],
  supremeDevIds: readonly string[],
): Promise<unknown> => withTransaction(db, (tx) => insertPeople(tx, people, supremeDevIds));
