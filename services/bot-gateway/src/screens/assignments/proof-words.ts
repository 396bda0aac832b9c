import { may } from '@perezvon/access';
import type { AssignmentResult, Outcome } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import type { AssignmentCard } from '../../queries/assignments/find-assignment.js';
import { callTime } from '../../text/call-time.js';
import type { Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import type { RenderTools } from '../define-screen.js';
import { callCardPlace } from '../places/work.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment'>;

/** What the call says came of it, beside what its owner says; where he says nothing, the call's word stands above already. */
const outcomeWords = (
  said: AssignmentResult | null,
  outcome: Outcome | null,
  t: Translate,
): Html | 'none' => {
  if (outcome === null) return t('proof-not-scored');
  return said === null ? 'none' : t(codeKey('outcome', outcome));
};

/** What the telephony knows of a callback: the talk that proves it and how that ended, or the attempts that came to none. */
export const proofLines = (
  { state, result, callbackCalls }: AssignmentCard,
  { t, moment }: Tools,
): Html[] => {
  if (callbackCalls === null) return [];
  const { attempts, lastAttemptAt, proof, isProvable } = callbackCalls;
  if (proof !== null) {
    const { callDate, talkDuration, outcome } = proof;
    return [
      t('proof-call', {
        at: moment(callDate),
        talk: talkDuration === null ? 'none' : callTime(talkDuration),
        outcome: outcomeWords(result, outcome, t),
      }),
      ...(attempts === 0 ? [] : [t('proof-attempts-before', { count: attempts })]),
    ];
  }
  if (lastAttemptAt !== null) return [t('proof-attempts', { count: attempts, at: moment(lastAttemptAt) })];
  if (state !== 'done') return [];
  return [t(isProvable ? 'proof-missing' : 'proof-impossible')];
};

/** The way to the talk that proves a callback, for who may read it. */
export const proofButtons = (
  { callbackCalls }: AssignmentCard,
  { t, person }: Pick<RenderTools<unknown>, 't' | 'person'>,
): Button[] => {
  const proof = callbackCalls?.proof;
  if (!proof) return [];
  const { historyId, operator } = proof;
  const isOwn = operator !== null && operator === person.operatorCode;
  return isOwn || may(person.role, 'calls.view')
    ? [callCardPlace.link(t('proof-button', { id: historyId }), { historyId })]
    : [];
};
