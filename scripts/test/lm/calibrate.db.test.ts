import { tmpdir } from 'node:os';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { handlersWith as auditHandlersWith } from '@perezvon/audit';
import { CallRecord } from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import {
  givenCall,
  givenClinic,
  givenScore,
  silentLog,
  testDatabase,
  type Clinic,
} from '@perezvon/db/testing';
import { ENGINE_VERSION, MODEL_FILE, readRulesetFiles, rulesetHash, versionTag } from '@perezvon/lm';
import { modelText, readModelFile } from '@perezvon/lm/calibrate';
import { Labels } from '@perezvon/lm/compare';
import {
  contentOf,
  filesOf,
  keepVersion,
  LmScoringEnvironment,
  start as startScoring,
  type RulesetContent,
} from '@perezvon/lm-scoring';
import { startHarness, type Harness } from '@perezvon/messaging/testing';
import { givenLiveScoring, runLm } from './run-lm.js';

const OWN_CALLS = fileURLToPath(new URL('../../../packages/lm/test/calls/own.jsonl', import.meta.url));
const CALLS = 90;
const Labelled = CallRecord.extend({ labels: Labels });

/** Dialogues with their labels: what the clinic's people will say of them. */
const dialogues = readFileSync(OWN_CALLS, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => Labelled.parse(JSON.parse(line)))
  .filter(({ labels }) => labels.valid_dialogue)
  .slice(0, CALLS);

/** The shipped rules with a complaint's curve so low that hardly anything is raised. */
const spoiledContent = (): RulesetContent => {
  const files = readRulesetFiles();
  const model = readModelFile(files);
  const complaint = model.calibration['complaint'] ?? { slope: 1, shift: 0, threshold: 0.5 };
  const calibration = { ...model.calibration, complaint: { ...complaint, shift: complaint.shift - 6 } };
  return { ...contentOf(files), [MODEL_FILE]: modelText({ ...model, calibration }) };
};

describe('npm run lm -- calibrate', () => {
  let db: DbClient;
  let url: string;
  let clinic: Clinic;
  let harness: Harness | undefined;
  let stopScoring: (() => Promise<void>) | undefined;
  let activeTag: string;
  beforeAll(async () => {
    ({ db, url } = await testDatabase());
    clinic = await givenClinic(db);
    const content = spoiledContent();
    const files = filesOf(content);
    activeTag = versionTag(files);
    await withTransaction(db, (tx) =>
      keepVersion(tx, {
        tag: activeTag,
        engineVersion: ENGINE_VERSION,
        hash: rulesetHash(files),
        content,
        origin: 'published',
        note: null,
      }),
    );
    await db.lmRuleset.update({ where: { tag: activeTag }, data: { state: 'active' } });
    harness = await startHarness({ db, backend: { kind: 'postgres', url } });
    harness.relay();
    harness.consume('audit', auditHandlersWith({ home: tmpdir(), log: silentLog }));
    stopScoring = await startScoring(harness.deps, LmScoringEnvironment.parse({}));
    await givenLiveScoring(db);
  });
  afterAll(async () => {
    await stopScoring?.();
    await harness?.stop();
  });

  const lm = (...argv: string[]) => runLm(url, argv);
  const versions = () => db.lmRuleset.findMany({ where: { origin: 'calibrated' } });

  /** A raised complaint that an administrator confirms, or a call of the weekly draw that a second reader finds quiet. */
  const givenJudgedCall = async ({ labels, ...record }: (typeof dialogues)[number]): Promise<void> => {
    const isComplaint = labels.complaint_risk === 'high';
    const call = await givenCall(db, {
      historyId: record.history_id,
      callDate: record.call_date,
      direction: record.direction,
      turns: record.transcript,
    });
    await givenScore(db, call, { complaintRiskFlag: isComplaint });
    const about = { historyId: record.history_id, createdAt: new Date(record.call_date) };
    if (isComplaint) {
      await db.scoreFeedback.create({
        data: {
          ...about,
          metric: 'complaint_risk_flag',
          verdict: 'confirm',
          lmVersionTag: 'v1.0.0+00000000',
          rules: ['complaint.wait'],
          userId: clinic.admin.id,
        },
      });
      return;
    }
    await db.blindReview.create({
      data: {
        ...about,
        week: new Date('2026-11-23'),
        askedMetric: 'complaint_risk_flag',
        drawnAs: 'random',
        wasRaised: false,
        answer: false,
        answeredById: clinic.otherAdmin.id,
        answeredAt: new Date(),
      },
    });
  };

  test('refuses where there is too little, and says how much there is and how much it takes', async () => {
    const { code, out, err } = await lm('calibrate');
    expect(code).toBe(1);
    expect(out).toContain('0 judged calls, 0 labelled ones');
    expect(out).toContain('needed: 60 calls, 10 of either answer, 10 not raised');
    expect(err).toContain('there is too little to learn from');
    expect(await versions()).toEqual([]);
  });

  test('writes what people taught as a version in shadow with its figures; the active one and the scores stay', async () => {
    for (const dialogue of dialogues) await givenJudgedCall(dialogue);
    const scores = await db.callScore.findMany({ orderBy: { historyId: 'asc' } });

    const tried = await lm('calibrate', '--dry-run');
    expect(tried).toMatchObject({ code: 0, err: '' });
    expect(tried.out).toContain(`${CALLS} judged calls, 0 labelled ones`);
    expect(tried.out).toMatch(/complaint_risk_flag +\d\.\d{3} \(\d\.\d\d–\d\.\d\d\).+n 90\n +→ after/);
    expect(tried.out).toContain('Changed: complaint_risk_flag');
    expect(tried.out).toContain('churn_risk_level        0 calls: 0 yes, 0 no, 0 not raised');
    expect(await versions()).toEqual([]);

    const { code, out } = await lm('calibrate');
    expect(code).toBe(0);
    const [written, ...more] = await versions();
    expect(more).toEqual([]);
    expect(out).toContain(`ruleset.shadow: done, ${written?.tag}`);
    expect(written).toMatchObject({ state: 'shadow', kind: 'rules' });
    expect(written?.note).toMatch(
      /^calibrated on 90 judged and 0 labelled calls: complaint_risk_flag Brier 0\.\d{3} → 0\.0/,
    );
    expect(await db.lmRuleset.findFirst({ where: { state: 'active' }, select: { tag: true } })).toEqual({
      tag: activeTag,
    });
    expect(await db.callScore.findMany({ orderBy: { historyId: 'asc' } })).toEqual(scores);
    expect(
      await db.adminActionLog.findFirst({
        where: { action: 'ruleset.shadow', subjectId: written?.tag ?? '' },
      }),
    ).toMatchObject({ actorId: clinic.supremeDev.id, outcome: 'done' });
  }, 120_000);

  test('quality: precision a metric and rule, the same as in the bot', async () => {
    const { code, out } = await lm('quality', '--since', '9000');
    expect(code).toBe(0);
    expect(out).toMatch(/complaint_risk_flag +1\.00 \(0\.\d\d–1\.00\) {2}n \d+ {2}missed 0 {2}disputed 0/);
    expect(out).toMatch(/complaint\.wait +1\.00/);
    expect(await lm('quality', '--tag', 'latest')).toMatchObject({ code: 2 });
    expect((await lm('quality', '--tag', 'v9.9.9+00000000')).out).toContain('No rule has been judged yet.');
  });
});
