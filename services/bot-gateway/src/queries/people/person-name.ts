/** What is read of a person who is named: a `PersonName`. */
export const PERSON_NAME = { firstName: true, lastName: true } as const;
