import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import { PERSON_NAME } from './person-name.js';

/** How somebody is called; null: there is no such person. */
export const findPersonName = (db: Db, userId: number): Promise<PersonName | null> =>
  db.user.findUnique({ where: { id: userId }, select: PERSON_NAME });
