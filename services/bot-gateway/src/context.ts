import type { Context } from 'grammy';
import type { Person } from './people/person.js';

/** What a handler knows of an update: the person behind it, as the middlewares found him. */
export interface GatewayContext extends Context {
  person: Person;
}
