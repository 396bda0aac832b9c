import { may } from '@perezvon/access';
import { hashPhone, withTransaction } from '@perezvon/db';
import type { GatewayDeps } from '../deps.js';
import { operatorKey } from '../domain/operator-key.js';
import { mayOpen, type Person } from '../people/person.js';
import { mayReadCall } from '../queries/calls/call-access.js';
import { listNamedOperators, operatorsNamed, type NamedOperator } from '../queries/people/named-operators.js';
import { areWordsSearchable } from '../queries/search/search-words.js';
import type { Address } from '../screens/define-place.js';
import { foundPlace, searchPlace } from '../screens/places/search.js';
import { callCardPlace } from '../screens/places/work.js';
import { insertSearch, type StoredSearch } from '../store/searches.js';
import { MAX_SEARCH_LENGTH, readSearch, type TypedSearch } from '../text/search-words.js';

/** Why a typed search finds nothing: the end of a text's key. */
type SearchProblem = 'empty' | 'too-long' | 'short-phone' | 'twice' | 'many-operators' | 'common-words';

/**
 * What typed words lead to. `words`: they are no form that is known, but can be looked for in the calls; whether to
 * do so is for who asks.
 */
type Understood =
  | { kind: 'open'; address: Address }
  | { kind: 'words'; address: Address }
  | { kind: 'problem'; problem: SearchProblem };

type FindDeps = Pick<GatewayDeps, 'db' | 'now' | 'timezone' | 'phoneHashKey'>;

const LAST_DIGITS = 4;

/** Tells the parts that name operators from the words of a call. An operator finds his own calls: names are words to him. */
const resolveRest = async (
  { db }: FindDeps,
  person: Person,
  rest: readonly string[],
): Promise<{ operator: NamedOperator | null; words: string } | SearchProblem> => {
  if (rest.length === 0 || !may(person.role, 'calls.view')) return { operator: null, words: rest.join(' ') };
  const known = await listNamedOperators(db);
  const named = rest.map((part) => operatorsNamed(part, known));
  if (named.some(({ length }) => length > 1)) return 'many-operators';
  const operators = named.flat();
  if (operators.length > 1) return 'twice';
  return {
    operator: operators[0] ?? null,
    words: rest.filter((_part, index) => named[index]?.length === 0).join(' '),
  };
};

/** The card that the typed digits name; null: they name none that this person may read. */
const cardOf = async ({ db }: FindDeps, person: Person, typed: TypedSearch): Promise<Address | null> => {
  if (typed.call !== null) return callCardPlace.address({ historyId: typed.call });
  const historyId = typed.phone?.orCall ?? null;
  if (historyId === null || typed.day !== null || typed.rest.length > 0) return null;
  return (await mayReadCall(db, person, historyId)) ? callCardPlace.address({ historyId }) : null;
};

const storedOf = (
  { phoneHashKey }: FindDeps,
  words: string,
  phone: TypedSearch['phone'],
): StoredSearch | null => {
  if (words === '' && phone === null) return null;
  return {
    words: words === '' ? null : words,
    client: phone && {
      hash: new Uint8Array(hashPhone(phone.phone, { hash: phoneHashKey })),
      last4: phone.phone.slice(-LAST_DIGITS),
    },
  };
};

/**
 * Understands what somebody typed to find calls: an id, a client's number, a day, an operator, words of a call, or
 * several of these. Words and numbers are kept for a day, for the buttons of the list; they go nowhere else.
 * @returns null: this person finds no calls at all
 */
export const findByWords = async (
  deps: FindDeps,
  person: Person,
  text: string,
): Promise<Understood | null> => {
  const { db, now, timezone } = deps;
  if (!mayOpen(person, searchPlace.permission)) return null;
  if (text.trim() === '') return { kind: 'problem', problem: 'empty' };
  if (text.length > MAX_SEARCH_LENGTH) return { kind: 'problem', problem: 'too-long' };
  const typed = readSearch(text, now(), timezone);
  if (typed.problem !== null) return { kind: 'problem', problem: typed.problem };
  const card = await cardOf(deps, person, typed);
  if (card) return { kind: 'open', address: card };

  const rest = await resolveRest(deps, person, typed.rest);
  if (typeof rest === 'string') return { kind: 'problem', problem: rest };
  const { operator, words } = rest;
  if (words !== '' && !(await areWordsSearchable(db, words)))
    return { kind: 'problem', problem: 'common-words' };
  const stored = storedOf(deps, words, typed.phone);
  const searchId =
    stored === null
      ? undefined
      : await withTransaction(db, (tx) => insertSearch(tx, stored, { userId: person.id, now: now() }));
  const address = foundPlace.address({
    searchId,
    day: typed.day ?? undefined,
    operator: operator === null ? undefined : operatorKey(operator.code),
    direction: 'on',
  });
  return { kind: words === '' ? 'open' : 'words', address };
};
