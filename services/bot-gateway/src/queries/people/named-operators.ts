import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import { listOperatorCodes } from './list-operators.js';

/** An operator of the calls, with the person that the code belongs to. */
export interface NamedOperator {
  code: string;
  /** null: nobody in the bot has this code. */
  name: PersonName | null;
}

/** Every operator that calls have, with the name where somebody has the code. The cost follows their number. */
export const listNamedOperators = async (db: Db): Promise<NamedOperator[]> => {
  const codes = await listOperatorCodes(db);
  const people = await db.user.findMany({
    where: { operatorCode: { in: codes } },
    // Of two people who had the code one after the other the one with access stands for it.
    orderBy: [{ status: 'desc' }, { id: 'asc' }],
    select: { operatorCode: true, firstName: true, lastName: true },
  });
  const byCode = new Map(people.map(({ operatorCode, ...name }) => [operatorCode, name]));
  return codes.map((code) => ({ code, name: byCode.get(code) ?? null }));
};

const plain = (text: string): string => text.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');

/** Those whom a typed text names in full: by code, first name, last name, or both in either order. Pure. */
export const operatorsNamed = (text: string, operators: readonly NamedOperator[]): NamedOperator[] => {
  const typed = plain(text);
  const names = ({ code, name }: NamedOperator): string[] => {
    if (name === null) return [code];
    const { firstName, lastName } = name;
    if (lastName === null) return [code, firstName];
    return [code, firstName, lastName, `${firstName} ${lastName}`, `${lastName} ${firstName}`];
  };
  return operators.filter((operator) => names(operator).some((name) => plain(name) === typed));
};
