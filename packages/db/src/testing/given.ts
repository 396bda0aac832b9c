import { createHash } from 'node:crypto';
import type { Turn } from '@perezvon/contracts';
import type { DbClient, Prisma } from '../index.js';

type User = Prisma.UserGetPayload<object>;

/** The made-up people of a clinic, all active. */
export interface Clinic {
  supremeDev: User;
  superadmin: User;
  admin: User;
  otherAdmin: User;
  /** `op-1` in the calls. */
  operator: User;
  /** `op-2` in the calls. */
  otherOperator: User;
  marketing: User;
}

const PEOPLE = {
  supremeDev: { firstName: 'Дарья', role: 'supreme_dev', operatorCode: null },
  superadmin: { firstName: 'Игорь', role: 'superadmin', operatorCode: null },
  admin: { firstName: 'Анна', role: 'admin', operatorCode: null },
  otherAdmin: { firstName: 'Вера', role: 'admin', operatorCode: null },
  operator: { firstName: 'Ольга', role: 'operator', operatorCode: 'op-1' },
  otherOperator: { firstName: 'Павел', role: 'operator', operatorCode: 'op-2' },
  marketing: { firstName: 'Марина', role: 'marketing', operatorCode: null },
} as const satisfies Record<
  keyof Clinic,
  Pick<Prisma.UserCreateInput, 'firstName' | 'role' | 'operatorCode'>
>;

const FIRST_TELEGRAM_ID = 7_001;

/** Stores one person of every kind. */
export const givenClinic = async (db: DbClient): Promise<Clinic> => {
  const add = (person: keyof Clinic): Promise<User> => {
    const telegramId = FIRST_TELEGRAM_ID + Object.keys(PEOPLE).indexOf(person);
    return db.user.create({ data: { ...PEOPLE[person], telegramId, status: 'active' } });
  };
  return {
    supremeDev: await add('supremeDev'),
    superadmin: await add('superadmin'),
    admin: await add('admin'),
    otherAdmin: await add('otherAdmin'),
    operator: await add('operator'),
    otherOperator: await add('otherOperator'),
    marketing: await add('marketing'),
  };
};

const TURNS: Turn[] = [
  { t: 0, speaker: 'operator', text: 'Клиника «Образец», Ольга, здравствуйте.' },
  {
    t: 4,
    speaker: 'client',
    text: 'Здравствуйте, вы обещали перезвонить и не перезвонили, я буду жаловаться.',
  },
  { t: 12, speaker: 'operator', text: 'Приношу извинения, сейчас всё проверю.' },
];

export interface GivenCall {
  historyId: number;
  callDate: Date;
}

let lastHistoryId = 900_000;

/** Stores a call with a transcript (`turns: null`: without one). Each gets an id of its own unless one is given. */
export const givenCall = async (
  db: DbClient,
  { turns = TURNS, ...overrides }: Partial<Prisma.CallUncheckedCreateInput> & { turns?: Turn[] | null } = {},
): Promise<GivenCall> => {
  lastHistoryId += 1;
  const call = await db.call.create({
    data: {
      historyId: lastHistoryId,
      callDate: '2026-11-24T08:00:00Z',
      direction: 'inbound',
      awaitSec: 10,
      talkDuration: 60,
      operator: 'op-1',
      contentHash: createHash('sha256').update(String(lastHistoryId)).digest(),
      ...overrides,
      ...(turns && { transcript: { create: { turns } } }),
    },
  });
  return { historyId: Number(call.historyId), callDate: call.callDate };
};

const SCORE = {
  lmVersionTag: 'v1.0.0+00000000',
  revision: 1,
  isCurrent: true,
  calcProfile: 'default',
  validDialogue: true,
  outcome: 'complaint',
  isTarget: true,
  responseSpeedScore: 5,
  talkTimeEfficiency: 33,
  queueImpactIndex: 20,
  conversionScore: 0,
  lostOpportunityScore: 10,
  crossSellPotential: 0,
  checklistCoverageRatio: 40,
  normalizedCallScore: 45,
  scriptRiskIndex: 20,
  churnRiskLevel: 'high',
  churnRiskScore: 70,
  complaintRiskFlag: true,
  complaintRiskScore: 80,
  followupNeededFlag: true,
  followupReason: 'complaint_open',
  conversionProbForecast: 0.1,
  secondCallProb: 0.5,
  complaintProb: 0.6,
  gates: {},
  evidence: [
    {
      metric: 'complaint_risk_flag',
      turn: 1,
      t: 4,
      quote: 'обещали перезвонить и не перезвонили',
      rule: 'complaint.broken_promise',
      weight: 40,
    },
  ],
  ruledOut: [],
} as const;

/** A score that shows nothing: laid over what `givenScore` stores. */
export const UNEVENTFUL_SCORE = {
  checklistCoverageRatio: 90,
  normalizedCallScore: 90,
  scriptRiskIndex: 0,
  lostOpportunityScore: 0,
  conversionScore: 100,
  complaintRiskFlag: false,
  evidence: [],
} satisfies Partial<Prisma.CallScoreUncheckedCreateInput>;

/** Stores a current score of a call: a red complaint unless the overrides say otherwise. */
export const givenScore = async (
  db: DbClient,
  { historyId, callDate }: GivenCall,
  overrides: Partial<Prisma.CallScoreUncheckedCreateInput> = {},
): Promise<void> => {
  const { operator } = await db.call.findUniqueOrThrow({ where: { historyId }, select: { operator: true } });
  await db.callScore.create({
    data: {
      ...SCORE,
      evidence: [...SCORE.evidence],
      ruledOut: [],
      historyId,
      callDate,
      operator,
      ...overrides,
    },
  });
};
