import type { AssignmentKind, Subject } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import { PERSON_NAME } from '../people/person-name.js';

/** Work that somebody has already. */
export interface HeldWork {
  kind: AssignmentKind;
  owner: PersonName;
  givenBy: PersonName;
  dueAt: Date;
}

const PERSON = { select: PERSON_NAME } as const;

/** The assignment that stands in the way of another one, by the subject of the refusal; null: it names none. */
export const findHolder = async (db: Db, { kind, id }: Subject): Promise<HeldWork | null> =>
  kind === 'assignment'
    ? db.assignment.findUnique({
        where: { id: Number(id) },
        select: { kind: true, dueAt: true, owner: PERSON, givenBy: PERSON },
      })
    : null;
