import type { CompensationReason, CompensationState } from '@perezvon/contracts';
import type { DbClient, Prisma } from '@perezvon/db';
import { clockAt, type Clinic } from '@perezvon/db/testing';
import type { Address } from '../../src/screens/define-place.js';
import type { Language } from '../../src/text/translate.js';
import { seeScreen, type Seen } from './draw.js';
import { personOf } from './people.js';

/** A Tuesday: three working days end on Friday. */
export const COMPENSATION_DAY = '2026-11-24T09:00:00Z';

interface Place {
  db: DbClient;
  clinic: Clinic;
}

interface Given {
  historyId: number;
  by?: keyof Clinic;
  amountKopecks?: number;
  reason?: CompensationReason;
  state?: CompensationState;
  words?: string;
}

const givenNote = async (db: DbClient, authorId: number, text: string | undefined): Promise<number | null> =>
  text === undefined ? null : (await db.note.create({ data: { authorId, text } })).id;

/** A proposal; another state is the superadmin's decision, an approval with the assignment to pay. @returns its id */
export const givenCompensation = async (
  { db, clinic }: Place,
  {
    historyId,
    by = 'admin',
    amountKopecks = 150_050,
    reason = 'long_wait',
    state = 'proposed',
    words,
  }: Given,
): Promise<number> => {
  const proposedById = clinic[by].id;
  const payment = {
    historyId,
    kind: 'compensation',
    ownerId: proposedById,
    givenById: clinic.superadmin.id,
    dueAt: '2026-11-27T18:00:00Z',
  } as const;
  const { id } = await db.compensation.create({
    data: {
      historyId,
      amountKopecks,
      reason,
      noteId: await givenNote(db, proposedById, words),
      proposedById,
      proposedAt: COMPENSATION_DAY,
      state,
      ...(state !== 'proposed' && { decidedById: clinic.superadmin.id, decidedAt: COMPENSATION_DAY }),
      assignmentId: state === 'approved' ? (await db.assignment.create({ data: payment })).id : null,
    },
  });
  return id;
};

/** What came of the payment of a call. */
export const closePayment = (db: DbClient, historyId: number, state: 'done' | 'failed' | 'cancelled') =>
  db.assignment.updateMany({ where: { historyId }, data: { state, closedAt: '2026-11-26T09:00:00Z' } });

interface Approved {
  seq: number;
  historyId: number;
  compensationId: number;
  assignmentId: number;
}

/** What the log keeps of an approval. */
export const approvalLine = (
  clinic: Clinic,
  { seq, historyId, compensationId, assignmentId }: Approved,
): Prisma.AdminActionLogCreateInput => ({
  seq,
  messageId: `tg-${seq}.1`,
  at: COMPENSATION_DAY,
  actorId: clinic.superadmin.id,
  actorRole: 'superadmin',
  action: 'compensation.approve',
  subjectKind: 'compensation',
  subjectId: String(compensationId),
  historyId,
  outcome: 'done',
  before: { compensationState: 'proposed' },
  after: {
    compensationState: 'approved',
    amountKopecks: 150_050,
    compensationReason: 'price_differs',
    proposedById: clinic.admin.id,
    decidedById: clinic.superadmin.id,
    assignmentId,
  },
  prevHash: Buffer.from('made up'),
  hash: Buffer.from('made up'),
});

/** Groups of digits stand apart by blanks that no line breaks at; here they are plain ones. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

/** How a person sees a screen with money. */
export type SeeMoney = (
  who: keyof Clinic,
  address: Address,
  options?: { language?: Language; at?: string },
) => Promise<Pick<Seen, 'text' | 'buttons' | 'data'>>;

/** One clinic's screens, their amounts with plain blanks. */
export const moneySeer =
  ({ db, clinic }: Place): SeeMoney =>
  async (who, address, { language = 'ru', at = COMPENSATION_DAY } = {}) => {
    const person = { ...personOf(clinic[who]), language };
    const { text, buttons, data } = await seeScreen(db, person, address, { now: clockAt(at) });
    return {
      text: plain(text),
      buttons: buttons.map((row) => row.map(plain)),
      data: Object.fromEntries(Object.entries(data).map(([label, to]) => [plain(label), to])),
    };
  };
