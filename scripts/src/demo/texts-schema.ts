import {
  AssignmentKind,
  AssignmentResult,
  CompensationKopecks,
  CompensationMove,
  CompensationReason,
  Direction,
  DisputeOutcome,
  DisputeReason,
  FeedbackVerdict,
  JudgedMetric,
  LOSS_REASONS,
  Outcome,
  Role,
  Speaker,
} from '@perezvon/contracts';
import { z } from 'zod';

/** What the telephony's own analysis would say about such a call. */
export const Hint = z.object({
  category: z.string().min(1),
  outcome: Outcome,
  target: z.boolean().nullable(),
  /** Lowest and highest `call_score`, 0–10. */
  score: z.tuple([z.int().min(0).max(10), z.int().min(0).max(10)]),
  /** Why the client did not book; null or absent: no reason is given. */
  refusal: z.enum(LOSS_REASONS).nullish(),
});
export type Hint = z.infer<typeof Hint>;

const SPEAKER_OF: Readonly<Record<string, Speaker>> = { О: 'operator', К: 'client', С: 'system' };
const LINE = /^([ОКС]): (.+)$/u;

/** One line of a dialogue, its text still with slots. */
export interface ScriptedTurn {
  speaker: Speaker;
  text: string;
}

/** «О: …» the operator, «К: …» the client, «С: …» a machine, a turn a line. */
const Talk = z.string().transform((text, context): ScriptedTurn[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const [, letter = '', said = ''] = LINE.exec(line) ?? [];
      const speaker = SPEAKER_OF[letter];
      if (speaker !== undefined) return [{ speaker, text: said }];
      context.addIssue({ code: 'custom', message: `expected «О: …», «К: …» or «С: …», found «${line}»` });
      return [];
    }),
);

const TOPIC_KINDS = ['doctor', 'child', 'scan', 'dental', 'cosmetic', 'lab'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

const Dialogue = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]+$/),
  /** How often, beside the others of its family. */
  weight: z.number().positive(),
  /** Absent: any of the common ones. */
  topic: z.enum(TOPIC_KINDS).optional(),
  /** `f`, `m`: the text fits only a woman, a man. */
  client: z.enum(['any', 'f', 'm']).default('any'),
  direction: Direction.optional(),
  /** False: no operator ever spoke. */
  answered: z.boolean().default(true),
  /** True: heard outside working hours only. */
  night: z.boolean().default(false),
  hint: Hint.partial().optional(),
  talk: Talk,
});

export const DialogueFile = z.strictObject({
  family: z.string().regex(/^[a-z_]+$/),
  direction: Direction.default('inbound'),
  hint: Hint,
  dialogues: z.array(Dialogue).min(1),
});

/** One dialogue skeleton with what its family says of it. */
export type Dialogue = Omit<z.output<typeof Dialogue>, 'hint' | 'direction'> & {
  family: string;
  direction: Direction;
  hint: Hint;
};

const Topic = z.strictObject({
  want: z.string(),
  service: z.string(),
  service_gen: z.string(),
  service_acc: z.string(),
  who: z.string(),
  who_gen: z.string(),
  who_dat: z.string(),
  price: z.string(),
  /** How to prepare; only where there is something to say. */
  prep: z.string().default('Особой подготовки не нужно'),
  hint: z.string(),
});
export type Topic = z.output<typeof Topic>;
export const TopicFile = z.record(z.enum(TOPIC_KINDS), z.array(Topic).min(1));

const GivenNames = z.strictObject({
  first: z.array(z.string()).min(1),
  patronymic: z.array(z.string()).min(1),
});
export const NameFile = z.strictObject({
  surnames: z.array(z.string()).min(1),
  male: GivenNames,
  female: GivenNames,
});
export type Names = z.output<typeof NameFile>;

const Hour = z.int().min(0).max(24);
const Operator = z.strictObject({
  code: z.string(),
  name: z.string(),
  greeting: z.string(),
  /** Weekdays at work, 1 = Monday. */
  shift: z.array(z.int().min(1).max(7)),
  /** From and to, clinic time. */
  hours: z.tuple([Hour, Hour]),
  /** Whether the recogniser writes this operator's calls with punctuation. */
  punctuated: z.boolean(),
  /** Factor by family of calls; absent: 1. */
  habits: z.record(z.string(), z.number().nonnegative()),
});
export type Operator = z.output<typeof Operator>;
export const OperatorFile = z.array(Operator).min(1);

const DemoPerson = z.strictObject({
  telegramId: z.int().positive(),
  firstName: z.string(),
  lastName: z.string().optional(),
  username: z.string().optional(),
  /** Absent: a newcomer whom nobody has let in yet. */
  role: Role.optional(),
  operatorCode: z.string().optional(),
});
export type DemoPerson = z.output<typeof DemoPerson>;
export const PeopleFile = z.array(DemoPerson).min(1);

/** A moment of the clinic's working day: 9:00–20:00. */
const WORKING_TIME = /^(?:09|1\d):[0-5]\d$|^20:00$/;
const WorkingMoment = z.strictObject({
  /** 0 is today, -1 yesterday. */
  day: z.int().min(-14).max(7),
  /** Clinic time, HH:mm. */
  at: z.string().regex(WORKING_TIME),
});
export type WorkingMoment = z.output<typeof WorkingMoment>;
const Move = z.discriminatedUnion('do', [
  WorkingMoment.extend({ do: z.enum(['accept', 'start', 'fail']) }),
  WorkingMoment.extend({ do: z.literal('complete'), result: AssignmentResult.optional() }),
  /** The client asked for it. */
  WorkingMoment.extend({ do: z.literal('pause'), until: WorkingMoment }),
]);
/** A call back to the client, which the telephony tells of when all is over. */
const CallBack = WorkingMoment.extend({
  /** Of talk; 0: nobody answers. */
  seconds: z.int().min(0).max(600),
  /** What is said, in turns; absent: no transcript comes. */
  talk: z.array(z.strictObject({ speaker: Speaker, text: z.string().min(1) })).optional(),
});
export type CallBack = z.output<typeof CallBack>;
/** Kinds that a red call alone is enough for. */
const PastKind = AssignmentKind.extract(['callback', 'review', 'training']);
const PastAssignment = z.strictObject({
  call: z.enum(['complaint', 'lost', 'followup']),
  kind: PastKind,
  by: z.string(),
  owner: z.string(),
  given: WorkingMoment,
  due: WorkingMoment,
  moves: z.array(Move),
  /** Of a callback. */
  calls: z.array(CallBack).default([]),
});
export type PastAssignment = z.output<typeof PastAssignment>;
export const PastAssignmentFile = z.array(PastAssignment);

const PastCompensation = z.strictObject({
  by: z.string(),
  amountKopecks: CompensationKopecks,
  /** `other` needs words, which the demo has none of. */
  reason: CompensationReason.exclude(['other']),
  proposed: WorkingMoment,
  /** Absent: still waits. */
  decided: WorkingMoment.extend({
    by: z.string(),
    move: CompensationMove.exclude(['withdraw']),
    /** Of an approval; absent: it is to be paid still. */
    paid: WorkingMoment.optional(),
  }).optional(),
});
export type PastCompensation = z.output<typeof PastCompensation>;
export const PastCompensationFile = z.array(PastCompensation);

const PastDispute = z.strictObject({
  /** The operator, by username: the newest complaint among his own calls. */
  by: z.string(),
  reason: DisputeReason,
  opened: WorkingMoment,
  /** Absent: still waits. */
  decided: WorkingMoment.extend({ by: z.string(), outcome: DisputeOutcome }).optional(),
});
export type PastDispute = z.output<typeof PastDispute>;
const PastJudgement = z.strictObject({
  by: z.string(),
  metric: JudgedMetric,
  verdict: FeedbackVerdict,
  /** How many of the calls that nobody has judged yet. */
  calls: z.int().positive(),
  given: WorkingMoment,
});
export type PastJudgement = z.output<typeof PastJudgement>;
export const OpinionFile = z.strictObject({
  disputes: z.array(PastDispute),
  judgements: z.array(PastJudgement),
});
export type Opinions = z.output<typeof OpinionFile>;
