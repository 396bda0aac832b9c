import type { actionDenied, actionFailed } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import { codeKey } from '@perezvon/texts';
import type { GatewayDeps } from '../deps.js';
import { nameOf } from '../people/person.js';
import { offerReport } from '../problems/offer-report.js';
import { findHolder, type HeldWork } from '../queries/assignments/find-holder.js';
import { updateIdOf } from '../store/updates.js';
import { momentWords } from '../text/clock-words.js';
import { lines, type Html } from '../text/html.js';
import type { Translate } from '../text/translate.js';
import { intentOf, settleAction } from './settle.js';

const holderWords = ({ kind, owner, givenBy, dueAt }: HeldWork, t: Translate, timezone: string): Html =>
  t('taken-by', {
    kind: t(codeKey('kind', kind)),
    owner: nameOf(owner),
    giver: nameOf(givenBy),
    due: momentWords(dueAt, timezone),
  });

/**
 * A refusal: the person reads why, above the screen as it is now. Somebody who was not the first to give a call reads
 * who was, and to whom.
 */
export const actionDeniedHandler = (deps: GatewayDeps): EventHandler<typeof actionDenied> => ({
  kind: 'effect',
  handle: async (event) => {
    const { reason, subject } = event.payload;
    const holder = reason === 'assignment.already_open' ? await findHolder(deps.db, subject) : null;
    await settleAction(deps, event, {
      isRefusal: true,
      words: (t) =>
        lines(
          t('action-denied', { reason: t(codeKey('refusal', reason)) }),
          holder && holderWords(holder, t, deps.timezone),
        ),
    });
  },
});

/** Given up after every attempt: the person may try again, or tell the developers which failure it was. */
export const actionFailedHandler = (deps: GatewayDeps): EventHandler<typeof actionFailed> => ({
  kind: 'effect',
  handle: (event) => {
    const update = event.causedBy === null ? null : updateIdOf(intentOf(event.causedBy));
    return settleAction(deps, event, {
      isRefusal: true,
      words: (t, screen) => ({ ...t('action-failed'), buttons: [offerReport({ update, screen }, t)] }),
    });
  },
});
