import type { Person } from '../../src/people/person.js';

/** Somebody for a test without a database; an admin unless said otherwise. */
export const aPerson = (overrides: Partial<Person> = {}): Person => ({
  id: 1,
  telegramId: 7_001n,
  firstName: 'Анна',
  lastName: null,
  role: 'admin',
  status: 'active',
  operatorCode: null,
  language: 'ru',
  ...overrides,
});

/** A row of `users` (such as `givenClinic` returns) as the gateway's person. */
export const personOf = (row: Omit<Person, 'language'>): Person => ({ ...row, language: 'ru' });
