import {
  AssignmentId,
  BATCH_LIMIT,
  BatchKind,
  GivenKind,
  HistoryId,
  MarketingChannel,
  NoteId,
  type REASONS_OF,
  UserId,
} from '@perezvon/contracts';
import { z } from 'zod';
import { ASSIGNMENT_VIEWS } from '../../queries/assignments/list-assignments.js';
import { definePlace } from '../define-place.js';
import { ListChoice, PageDirection } from './calls.js';

/** Beginning of the year 2100 in milliseconds and in minutes: bounds how long a time is in a button. */
const LAST_MOMENT_MS = 4_102_444_800_000;
const LAST_MINUTE = 68_374_080;
/** More pages than any clinic has people. */
const MAX_PAGE = 99;
export const PageNumber = z.int().min(0).max(MAX_PAGE);

/** A deadline: whole minutes since 1970, UTC. A button always carries the moment itself, never «через час». */
export const DueMinute = z.int().min(0).max(LAST_MINUTE);

const AssignmentCursor = z.object({ due: z.int().min(0).max(LAST_MOMENT_MS), id: AssignmentId });

/** «📋 Поручения», page by page; without a cursor the first page. */
export const assignmentsPlace = definePlace({
  id: 'work',
  permission: ['work.own', 'assignments.manage'],
  params: z.object({
    view: z.enum(ASSIGNMENT_VIEWS),
    direction: PageDirection,
    cursor: AssignmentCursor.optional(),
  }),
});

const asked = { permission: 'assignments.manage', isQuestion: true } as const;

/** «👤 Назначить», step 1: the kind. */
export const assignKindPlace = definePlace({
  id: 'as-kind',
  ...asked,
  params: z.object({ historyId: HistoryId }),
});

/** «Маркетинговое действие»: how it reaches the client. */
export const assignChannelPlace = definePlace({
  id: 'as-way',
  ...asked,
  params: z.object({ historyId: HistoryId }),
});

/** Kinds that are given in these steps; a training has its own. */
const StepKind = GivenKind.exclude(['training']);

/** What is given, to nobody yet. */
const Work = z.object({
  /** null: it is about no call. */
  historyId: HistoryId.nullable(),
  kind: StepKind,
  channel: MarketingChannel.optional(),
  /** What is to be done, in the giver's words. */
  noteId: NoteId.optional(),
});
export type Work = z.output<typeof Work>;

/** What is to be done: waits for typed words. «➕ Задача» begins here. */
export const assignWordsPlace = definePlace({ id: 'as-what', ...asked, params: Work.omit({ noteId: true }) });

/** Step 2: the owner. */
export const assignOwnerPlace = definePlace({
  id: 'as-owner',
  ...asked,
  params: Work.extend({ page: PageNumber }),
});

const Given = Work.extend({ ownerId: UserId });
export type Given = z.output<typeof Given>;

/** Step 3: the deadline. */
export const assignDuePlace = definePlace({ id: 'as-due', ...asked, params: Given });

/** Step 3, «Другая дата»: waits for typed words. */
export const assignDatePlace = definePlace({ id: 'as-date', ...asked, params: Given });

const GivenUntil = Given.extend({ due: DueMinute });

/** Step 4: the summary. */
export const assignConfirmPlace = definePlace({ id: 'as-ok', ...asked, params: GivenUntil });

/** Step 4, «✏️ Комментарий»: waits for typed words. */
export const assignCommentPlace = definePlace({ id: 'as-note', ...asked, params: GivenUntil });

/** «👥 Назначить списком»: how many calls of a list as it is filtered, and what is to be done with them. */
export const batchPlace = definePlace({
  id: 'many',
  ...asked,
  params: ListChoice.extend({ kind: BatchKind }),
});

/** PostgreSQL's `integer`. */
const MAX_ROW_ID = 2_147_483_647;

/** The first `count` calls of what was chosen. */
const Batch = z.object({
  /** The stored choice: a button holds no list. */
  selectionId: z.int().positive().max(MAX_ROW_ID),
  count: z.int().min(1).max(BATCH_LIMIT),
  kind: BatchKind,
});
export type Batch = z.output<typeof Batch>;

/** «👥 Назначить списком»: the owner, the deadline, the summary. */
export const batchOwnerPlace = definePlace({
  id: 'many-owner',
  ...asked,
  params: Batch.extend({ page: PageNumber }),
});
const OwnedBatch = Batch.extend({ ownerId: UserId });
export const batchDuePlace = definePlace({ id: 'many-due', ...asked, params: OwnedBatch });
export const batchDatePlace = definePlace({ id: 'many-date', ...asked, params: OwnedBatch });
export const batchConfirmPlace = definePlace({
  id: 'many-ok',
  ...asked,
  params: OwnedBatch.extend({ due: DueMinute }),
});

const OneAssignment = z.object({ assignmentId: AssignmentId });

/** «✅ Выполнено» of a kind that has results: what came of it. */
export const assignmentResultPlace = definePlace({
  id: 'asg-result',
  permission: 'work.own',
  params: OneAssignment,
});

/** Moves that lead to another time. */
const LATER_MOVES = ['extend', 'pause'] as const;
export type LaterMove = (typeof LATER_MOVES)[number];
const Later = OneAssignment.extend({ move: z.enum(LATER_MOVES) });

/** «⏰ Продлить», «⏸ Отложить»: until when; the same steps as at the beginning. */
export const laterPlace = definePlace({ id: 'asg-later', permission: 'work.own', params: Later });
export const laterDatePlace = definePlace({ id: 'asg-date', permission: 'work.own', params: Later });

/** Moves that have to be explained. */
export const EXPLAINED_MOVES = [
  'extend',
  'pause',
  'fail',
  'cancel',
] as const satisfies readonly (keyof typeof REASONS_OF)[];
const Explained = OneAssignment.extend({
  move: z.enum(EXPLAINED_MOVES),
  /** Of a move that leads to another time. */
  due: DueMinute.optional(),
});
export type Explained = z.output<typeof Explained>;

/** Why: one tap, or words that are typed and shown before they are sent. */
export const reasonPlace = definePlace({ id: 'asg-why', permission: 'work.own', params: Explained });
export const reasonWordsPlace = definePlace({ id: 'asg-say', permission: 'work.own', params: Explained });
export const reasonSendPlace = definePlace({
  id: 'asg-send',
  permission: 'work.own',
  params: Explained.extend({ noteId: NoteId }),
});

/** «🔁 Переназначить»: another owner. */
export const reassignPlace = definePlace({
  id: 'asg-owner',
  permission: 'assignments.manage',
  params: OneAssignment.extend({ page: PageNumber }),
});
