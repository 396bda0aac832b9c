import { createHash } from 'node:crypto';
import { lmRunStep, type CallScore, type Envelope, type Turn } from '@perezvon/contracts';
import type { DbClient, Prisma } from '@perezvon/db';
import { silentLog } from '@perezvon/db/testing';
import { compileRuleset, readRulesetFiles, scoreCall } from '@perezvon/lm';
import type { Log } from '@perezvon/messaging';
import { createRulesets, type CompileEngine, type HandlerDeps } from '../src/index.js';

/** Versions by what the tests need of them; the shipped rules under another tag, unless said otherwise. */
export const TAGS = {
  /** What the stored scores were made with. */
  old: 'v1.0.0+00000000',
  active: 'v9.0.0+aaaaaaaa',
  /** Takes no complaint for one. */
  shadow: 'v9.1.0+bbbbbbbb',
  retired: 'v8.0.0+cccccccc',
  /** Breaks on one call (`BREAKING_ID`). */
  breaking: 'v9.2.0+dddddddd',
  unreadable: 'v9.3.0+eeeeeeee',
  languageModel: 'v9.4.0+ffffffff',
} as const;
export const BREAKING_ID = 300_007;

const shipped = compileRuleset(readRulesetFiles());

const retagged = (score: CallScore, tag: string): CallScore => ({
  ...score,
  lm_version_tag: tag,
  metrics: { ...score.metrics, lm_version_tag: tag },
});

const calmed = (score: CallScore): CallScore => ({
  ...score,
  metrics: { ...score.metrics, complaint_risk_flag: false, complaint_risk_score: 0 },
  evidence: score.evidence.filter(({ metric }) => metric !== 'complaint_risk_flag'),
});

const compile: CompileEngine = ({ tag = '' }) => {
  if (tag === TAGS.unreadable) throw new Error('this engine reads no such rules');
  return {
    tag,
    score: (call) => {
      if (tag === TAGS.breaking && call.history_id === BREAKING_ID) throw new TypeError('a bug');
      const score = retagged(scoreCall(call, shipped, { timezone: 'Europe/Moscow' }), tag);
      return tag === TAGS.shadow ? calmed(score) : score;
    },
  };
};

/** What the handlers work with. */
export const handlerDeps = (log: Log = silentLog): HandlerDeps => ({
  rulesets: createRulesets({ compile, log }),
  log,
});

const STATES: Record<keyof typeof TAGS, 'active' | 'shadow' | 'retired'> = {
  old: 'retired',
  active: 'active',
  shadow: 'shadow',
  retired: 'retired',
  breaking: 'shadow',
  unreadable: 'shadow',
  languageModel: 'shadow',
};
const isVersion = (name: string): name is keyof typeof TAGS => Object.hasOwn(TAGS, name);

/** Stores all versions. */
export const givenVersions = async (db: DbClient): Promise<void> => {
  await db.lmRuleset.createMany({
    data: Object.keys(TAGS)
      .filter(isVersion)
      .map((name) => ({
        tag: TAGS[name],
        content: { tag: TAGS[name] },
        hash: TAGS[name],
        state: STATES[name],
        kind: name === 'languageModel' ? ('llm' as const) : ('rules' as const),
        engineVersion: '9.0.0',
      })),
  });
};

export const COMPLAINT: Turn[] = [
  { t: 0, speaker: 'operator', text: 'Клиника «Образец», Ольга, здравствуйте.' },
  { t: 3, speaker: 'client', text: 'Я третий раз звоню, это безобразие, напишу жалобу главному врачу.' },
  { t: 9, speaker: 'operator', text: 'Приношу извинения, передам администратору.' },
];
const FIRST_ID = 300_001;
const FIRST_CALL_MS = Date.parse('2026-11-01T08:00:00Z');
const HOUR_MS = 3_600_000;

const oldScore = (historyId: number, callDate: Date): Prisma.CallScoreCreateManyInput => ({
  historyId,
  callDate,
  lmVersionTag: TAGS.old,
  revision: 1,
  isCurrent: true,
  operator: 'op-1',
  calcProfile: 'default',
  validDialogue: true,
  outcome: 'info_only',
  isTarget: true,
  complaintRiskFlag: false,
  complaintRiskScore: 5,
  gates: {},
  evidence: [],
  ruledOut: [],
});

/** Stores complaints, one an hour from the first of November, each with a current score of the old version. */
export const givenOldCalls = async (db: DbClient, count: number): Promise<number[]> => {
  const calls = Array.from({ length: count }, (_, index) => ({
    historyId: FIRST_ID + index,
    callDate: new Date(FIRST_CALL_MS + index * HOUR_MS),
  }));
  await db.call.createMany({
    data: calls.map((call) => ({
      ...call,
      direction: 'inbound' as const,
      awaitSec: 10,
      talkDuration: 60,
      operator: 'op-1',
      contentHash: createHash('sha256').update(String(call.historyId)).digest(),
    })),
  });
  await db.callTranscript.createMany({
    data: calls.map(({ historyId }) => ({ historyId, turns: COMPLAINT })),
  });
  await db.callScore.createMany({
    data: calls.map(({ historyId, callDate }) => oldScore(historyId, callDate)),
  });
  return calls.map(({ historyId }) => historyId);
};

let lastStep = 0;

/** A step's message as the queue brings it, under an id of its own. */
export const stepMessage = (runId: number, from: number): Envelope => {
  lastStep += 1;
  return {
    ...lmRunStep.of({ runId, from }),
    id: `step-${lastStep}`,
    actorId: null,
    causedBy: null,
    origin: null,
    at: '2026-11-25T12:00:00.000Z',
  };
};
