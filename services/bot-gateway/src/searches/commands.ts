import { codeKey } from '@perezvon/texts';
import type { GatewayDeps } from '../deps.js';
import type { Person } from '../people/person.js';
import { rootFor } from '../screens/draw.js';
import { searchPlace } from '../screens/places/search.js';
import { callCardPlace } from '../screens/places/work.js';
import { showNew } from '../screens/show.js';
import { readLinkPayload } from '../store/call-links.js';
import { findByWords } from './find-by-words.js';

/** `/find` asks what to look for, `/find жалоба` looks for it; who finds no calls reads so. */
export const runFind = async (
  deps: GatewayDeps,
  person: Person,
  chatId: number,
  words: string,
): Promise<void> => {
  const asking = [rootFor(person), searchPlace.address({})];
  const understood = words.trim() === '' ? null : await findByWords(deps, person, words);
  // A person who may not search gets the menu with a line that says so: the screen's permission looks.
  if (understood === null) await showNew(deps, person, chatId, asking);
  else if (understood.kind === 'problem') {
    const t = deps.texts.in(person.language);
    await showNew(deps, person, chatId, asking, t(codeKey('search-problem', understood.problem)));
  } else await showNew(deps, person, chatId, [...asking, understood.address]);
};

/**
 * `/start`, also from a link to a call: its card is opened as anybody opens it, who may not see it reads so.
 */
export const runStart = async (
  deps: GatewayDeps,
  person: Person,
  chatId: number,
  payload: string,
): Promise<void> => {
  const root = rootFor(person);
  const link = person.status === 'active' ? await readLinkPayload(deps.db, payload) : 'no link';
  if (link === 'no link') await showNew(deps, person, chatId, [root]);
  else if (link.historyId === null)
    await showNew(deps, person, chatId, [root], deps.texts.in(person.language)('link-unknown'));
  else await showNew(deps, person, chatId, [root, callCardPlace.address({ historyId: link.historyId })]);
};
