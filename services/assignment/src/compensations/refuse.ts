import type { compensationRefuse } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { areOwnWords } from '../store/notes.js';
import { decisionChange } from './change.js';
import { beginDecision, decisionEvent } from './decide.js';
import { markDecided } from './store.js';

/** A second person says no, with a word for the proposer or without. */
export const refuseCompensation: IntentHandler<typeof compensationRefuse> = async (
  { payload: { compensationId, noteId } },
  tools,
) => {
  const { tx, actor, now } = tools;
  const begun = await beginDecision('refuse', compensationId, tools);
  if (begun.kind === 'refused') return begun;
  if (!(await areOwnWords(tx, { noteId, authorId: actor.id }))) return refused('compensation.words_gone');
  const { compensation } = begun;
  const decision = { state: 'refused', decidedById: actor.id } as const;
  await markDecided(tx, compensationId, { ...decision, decisionNoteId: noteId, assignmentId: null }, now());
  return done(decisionEvent(compensation, 'refuse'), decisionChange(compensation, { ...decision, noteId }));
};
