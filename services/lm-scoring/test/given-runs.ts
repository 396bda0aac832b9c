import { lmRunStep, type CallScore, type Envelope } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { silentLog } from '@perezvon/db/testing';
import { compileRuleset, readRulesetFiles, scoreCall } from '@perezvon/lm';
import type { Log } from '@perezvon/messaging';
import { createRulesets, type CompileEngine, type HandlerDeps } from '../src/index.js';
import { COMPLAINT } from './talks.js';

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
    timezone: 'Europe/Moscow',
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

const FIRST_ID = 300_001;

/** Stores complaints, one an hour from the first of November, each with a current score of the old version. */
export const givenOldCalls = async (db: DbClient, count: number): Promise<void> => {
  await db.$executeRaw`
    INSERT INTO calls (history_id, call_date, direction, await_sec, talk_duration, operator, content_hash)
    SELECT ${FIRST_ID}::bigint + n, '2026-11-01T08:00:00Z'::timestamptz + n * interval '1 hour', 'inbound', 10, 60,
      'op-1', sha256(convert_to(n::text, 'UTF8'))
    FROM generate_series(0, ${count}::int - 1) AS n`;
  await db.$executeRaw`
    INSERT INTO call_transcripts (history_id, turns)
    SELECT history_id, ${JSON.stringify(COMPLAINT)}::jsonb FROM calls`;
  await db.$executeRaw`
    INSERT INTO call_scores (history_id, lm_version_tag, revision, is_current, call_date, operator, calc_profile,
      valid_dialogue, outcome, is_target, complaint_risk_flag, complaint_risk_score, gates, evidence, ruled_out)
    SELECT history_id, ${TAGS.old}, 1, true, call_date, operator, 'default', true, 'info_only', true, false, 5,
      '{}', '[]', '[]'
    FROM calls`;
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
