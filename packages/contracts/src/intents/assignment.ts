import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';
import {
  AssignmentResult,
  BATCH_LIMIT,
  BatchKind,
  GivenKind,
  KIND_FIELDS,
  MarketingChannel,
  REASONS_OF,
  type FieldRule,
} from '../domain/assignment.js';
import { AssignmentId, HistoryId, NoteId, UserId } from '../domain/ids.js';
import { TrainingWish } from '../domain/training.js';

const aboutCall = ({ historyId }: { historyId: number }): Subject => ({
  kind: 'call',
  id: String(historyId),
  historyId,
});
/** The person who is to do it: what is about no call, or about many. */
const aboutOwner = ({ ownerId }: { ownerId: number }): Subject => ({ kind: 'user', id: String(ownerId) });
const aboutAssignment = ({ assignmentId }: { assignmentId: number }): Subject => ({
  kind: 'assignment',
  id: String(assignmentId),
});

/** What any move of an assignment may be refused for. */
const MOVE_REFUSALS = [
  'assignment.not_found',
  'assignment.move_not_allowed',
  'assignment.not_yours',
] as const;
const OneAssignment = z.object({ assignmentId: AssignmentId });

/** A reason that a move may have, with the words that `other` needs. */
const explainedBy = <const Reasons extends readonly string[]>(reasons: Reasons) =>
  OneAssignment.extend({
    reason: z.enum(reasons),
    /** The person's own words; the gateway keeps them. */
    noteId: NoteId.nullable().default(null),
  });
/** What a move that has to be explained may be refused for, besides. */
const EXPLANATION_REFUSALS = ['assignment.reason_missing', 'assignment.words_gone'] as const;

const fits = (rule: FieldRule, value: unknown): boolean =>
  rule === 'optional' || (rule === 'required') === (value !== null);

/** Gives one call, or one task, to one person, with a deadline. What a kind is made of stands in `KIND_FIELDS`. */
export const assignmentCreate = defineIntent({
  type: 'assignment.create',
  version: 1,
  owner: 'assignment',
  permission: 'assignments.manage',
  payload: z
    .object({
      /** null: it is about no call. */
      historyId: HistoryId.nullable(),
      kind: GivenKind,
      ownerId: UserId,
      /** UTC; a time that has passed is refused. */
      dueAt: z.iso.datetime(),
      /** What is to be done, in the giver's words; the gateway keeps them. */
      noteId: NoteId.nullable().default(null),
      channel: MarketingChannel.nullable().default(null),
      training: TrainingWish.nullable().default(null),
    })
    .refine(({ kind, historyId }) => fits(KIND_FIELDS[kind].call, historyId), 'this kind and its call')
    .refine(({ kind, noteId }) => fits(KIND_FIELDS[kind].words, noteId), 'this kind and its words')
    .refine(({ kind, channel }) => fits(KIND_FIELDS[kind].channel, channel), 'this kind and its channel')
    .refine(({ kind, training }) => fits(KIND_FIELDS[kind].training, training), 'this kind and its training'),
  subject: ({ historyId, ownerId }): Subject =>
    historyId === null ? aboutOwner({ ownerId }) : aboutCall({ historyId }),
  refusals: [
    'assignment.already_open',
    'assignment.due_in_past',
    'assignment.call_not_found',
    'assignment.owner_not_available',
    'assignment.words_gone',
  ],
});

/** Gives many calls to one person, with one deadline: those that nobody has yet. */
export const assignmentCreateMany = defineIntent({
  type: 'assignment.create_many',
  version: 1,
  owner: 'assignment',
  permission: 'assignments.manage',
  payload: z.object({
    historyIds: z
      .array(HistoryId)
      .min(1)
      .max(BATCH_LIMIT)
      .refine((ids) => new Set(ids).size === ids.length, 'a call stands there once'),
    kind: BatchKind,
    ownerId: UserId,
    /** UTC; a time that has passed is refused. */
    dueAt: z.iso.datetime(),
  }),
  subject: aboutOwner,
  refusals: [
    'assignment.all_taken',
    'assignment.due_in_past',
    'assignment.call_not_found',
    'assignment.owner_not_available',
  ],
});

/** The owner has seen it. */
export const assignmentAccept = defineIntent({
  type: 'assignment.accept',
  version: 1,
  owner: 'assignment',
  permission: 'work.own',
  payload: OneAssignment,
  subject: aboutAssignment,
  refusals: MOVE_REFUSALS,
});

/** The owner starts («▶️ В работу»). */
export const assignmentStart = defineIntent({
  type: 'assignment.start',
  version: 1,
  owner: 'assignment',
  permission: 'work.own',
  payload: OneAssignment,
  subject: aboutAssignment,
  refusals: MOVE_REFUSALS,
});

/** The owner is done («✅ Выполнено»), and says which of the results of its kind came of it (`RESULTS_OF`). */
export const assignmentComplete = defineIntent({
  type: 'assignment.complete',
  version: 1,
  owner: 'assignment',
  permission: 'work.own',
  payload: OneAssignment.extend({ result: AssignmentResult.nullable() }),
  subject: aboutAssignment,
  refusals: [...MOVE_REFUSALS, 'assignment.result_missing', 'assignment.result_not_of_kind'],
});

/** The owner could not («❌ Не удалось»), and says why. */
export const assignmentFail = defineIntent({
  type: 'assignment.fail',
  version: 2,
  owner: 'assignment',
  permission: 'work.own',
  payload: explainedBy(REASONS_OF.fail),
  subject: aboutAssignment,
  refusals: [...MOVE_REFUSALS, ...EXPLANATION_REFUSALS],
});

/** A later deadline, and why: by the owner, or by who may manage assignments. */
export const assignmentExtend = defineIntent({
  type: 'assignment.extend',
  version: 2,
  owner: 'assignment',
  permission: 'work.own',
  payload: explainedBy(REASONS_OF.extend).extend({ dueAt: z.iso.datetime() }),
  subject: aboutAssignment,
  refusals: [...MOVE_REFUSALS, ...EXPLANATION_REFUSALS, 'assignment.due_in_past', 'assignment.due_not_later'],
});

/** «⏸ Отложить»: nothing rings until then, and the deadline moves along; again: until another moment. */
export const assignmentPause = defineIntent({
  type: 'assignment.pause',
  version: 1,
  owner: 'assignment',
  permission: 'work.own',
  payload: explainedBy(REASONS_OF.pause).extend({ until: z.iso.datetime() }),
  subject: aboutAssignment,
  refusals: [...MOVE_REFUSALS, ...EXPLANATION_REFUSALS, 'assignment.pause_in_past'],
});

/** «▶️ Возобновить»: the pause ends now, with the time that would be left after it. */
export const assignmentResume = defineIntent({
  type: 'assignment.resume',
  version: 1,
  owner: 'assignment',
  permission: 'work.own',
  payload: OneAssignment,
  subject: aboutAssignment,
  refusals: [...MOVE_REFUSALS, 'assignment.not_paused'],
});

/** Another owner; the work starts anew. */
export const assignmentReassign = defineIntent({
  type: 'assignment.reassign',
  version: 1,
  owner: 'assignment',
  permission: 'assignments.manage',
  payload: OneAssignment.extend({ ownerId: UserId }),
  subject: aboutAssignment,
  refusals: [...MOVE_REFUSALS, 'assignment.owner_not_available', 'assignment.same_owner'],
});

/** Consciously dropped, and why. */
export const assignmentCancel = defineIntent({
  type: 'assignment.cancel',
  version: 2,
  owner: 'assignment',
  permission: 'assignments.manage',
  payload: explainedBy(REASONS_OF.cancel),
  subject: aboutAssignment,
  refusals: [...MOVE_REFUSALS, ...EXPLANATION_REFUSALS],
});

/** Said to be done, sent back to its owner («↩️ Вернуть»). */
export const assignmentReturn = defineIntent({
  type: 'assignment.return',
  version: 1,
  owner: 'assignment',
  permission: 'assignments.manage',
  payload: OneAssignment,
  subject: aboutAssignment,
  refusals: [...MOVE_REFUSALS, 'assignment.already_open'],
});

/** «✅ Прослушано»: somebody has heard the call. */
export const callMarkListened = defineIntent({
  type: 'call.mark_listened',
  version: 1,
  owner: 'assignment',
  permission: 'calls.view',
  payload: z.object({ historyId: HistoryId }),
  subject: aboutCall,
  refusals: ['call.not_found', 'call.already_listened'],
});
