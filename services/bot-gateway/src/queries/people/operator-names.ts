import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';

/** The people behind some codes of the calls; a code that nobody with access has is not there. */
export const findOperatorNames = async (
  db: Db,
  codes: readonly string[],
): Promise<Map<string, PersonName>> => {
  const people = await db.user.findMany({
    where: { operatorCode: { in: [...codes] }, status: 'active' },
    select: { operatorCode: true, firstName: true, lastName: true },
  });
  return new Map(
    people.flatMap(({ operatorCode, ...name }) => (operatorCode === null ? [] : [[operatorCode, name]])),
  );
};
