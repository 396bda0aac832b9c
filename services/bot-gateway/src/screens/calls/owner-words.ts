import { nameOf } from '../../people/person.js';
import type { CallOwner } from '../../queries/calls/find-call-owners.js';
import type { Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';

/** Who acts on a call, or what came of it. @param owner null: it was never given to anybody */
export const ownerWords = (owner: CallOwner | null, t: Translate): Html =>
  owner === null ? t('call-list-unowned') : t('call-list-owner', { state: owner.state, name: nameOf(owner) });
