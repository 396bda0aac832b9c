import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DbClient } from '@perezvon/db';
import { until, type Clinic } from '@perezvon/db/testing';
import { ENGINE_VERSION, rulesetHash, versionTag } from '@perezvon/lm';
import { filesOf, findRulesContent } from '@perezvon/lm-scoring';
import { madeCalls } from '../made-calls.js';
import type { RunningProduct } from '../running-product.js';

/** On a machine that is busy with other tests. */
const SCORED_WITHIN_MS = 60_000;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The clinic's clock is Moscow's, which has no summer time. */
const ZONE_AHEAD_MS = 3 * HOUR_MS;
const FIRST_CALL = 500_101;
/** Enough for several pages, and for figures that are compared. */
const CALLS = 120;
const CALLS_PER_DAY = 24;
/** Nobody answered these. */
const EVERY_MISSED = 11;
const RECORDING = 'talk.mp3';

/** One of yesterday's calls, in which the operator promised to call back: his time is over by noon, or will be. */
const PROMISED = 8;
const PROMISED_TALK = [
  { t: 0, speaker: 'operator', text: 'Клиника «Образец», Ольга, здравствуйте.' },
  { t: 6, speaker: 'client', text: 'Сколько стоит консультация невролога? Я за рулём, расскажите потом.' },
  { t: 12, speaker: 'operator', text: 'Хорошо, перезвоню вам завтра до двенадцати.' },
  { t: 18, speaker: 'client', text: 'Договорились.' },
];

const startOfToday = (): number => {
  const local = Date.now() + ZONE_AHEAD_MS;
  return local - (local % DAY_MS) - ZONE_AHEAD_MS;
};

/**
 * Calls of every colour, the last ones yesterday at noon: whatever the hour, «вчера» finds some and the morning digest has
 * something to say.
 */
const callsOfTheClinic = (): Record<string, unknown>[] =>
  madeCalls(CALLS, FIRST_CALL).map((call, index) => {
    const day = 1 + Math.floor(index / CALLS_PER_DAY);
    const startedAt = startOfToday() - day * DAY_MS + DAY_MS / 2 - (index % CALLS_PER_DAY) * (HOUR_MS / 4);
    return {
      ...call,
      call_date: new Date(startedAt).toISOString(),
      client_phone: `+7 912 345-67-${String(index % 100).padStart(2, '0')}`,
      source: index % 2 === 0 ? 'Радио' : 'Сайт',
      recording_url: RECORDING,
      ...(index === PROMISED && { transcript: PROMISED_TALK }),
      ...(index % EVERY_MISSED === 10 && { operator: null, talk_duration: 0, transcript: [] }),
    };
  });

/** An assignment that is late and one in time, each for an operator. */
const giveAssignments = async (db: DbClient, clinic: Clinic): Promise<void> => {
  const hoursFromNow = (hours: number): Date => new Date(Date.now() + hours * HOUR_MS);
  const given = { givenById: clinic.admin.id, createdAt: hoursFromNow(-20) };
  const [own, other] = [clinic.operator.id, clinic.otherOperator.id];
  await db.assignment.createMany({
    data: [
      { ...given, historyId: FIRST_CALL + 1, kind: 'callback', ownerId: own, dueAt: hoursFromNow(-1) },
      { ...given, historyId: FIRST_CALL + 7, kind: 'callback', ownerId: other, dueAt: hoursFromNow(-2) },
    ],
  });
  const historyId = FIRST_CALL + 4;
  await db.assignment.create({
    data: {
      ...given,
      historyId,
      kind: 'training',
      ownerId: own,
      dueAt: hoursFromNow(9),
      training: {
        create: {
          operator: 'op-1',
          metric: 'checklist_coverage_ratio',
          examples: { create: { historyId } },
        },
      },
    },
  });
};

/** Whatever the weekday, and so whether calls of last week are there to draw from. */
const askForSecondOpinion = async (db: DbClient): Promise<void> => {
  const week = new Date(startOfToday() - 7 * DAY_MS);
  await db.blindReview.createMany({
    data: [0, 1, 2].map((index) => ({
      week,
      historyId: FIRST_CALL + 10 + index,
      askedMetric: 'complaint_risk_flag',
      drawnAs: 'random' as const,
      wasRaised: true,
      skippedByIds: [],
    })),
  });
};

/** The same rules with less weight on one of them, in shadow. */
const tryOtherRules = async (db: DbClient): Promise<void> => {
  const { tag: active } = await db.lmRuleset.findFirstOrThrow({ where: { state: 'active' } });
  const content = (await findRulesContent(db, active)) ?? {};
  const changed = { ...content, 'complaint.yaml': `${content['complaint.yaml']}\n# tried\n` };
  const files = filesOf(changed);
  const version = { tag: versionTag(files), content: changed, hash: rulesetHash(files) };
  await db.lmRuleset.create({
    data: { ...version, engineVersion: ENGINE_VERSION, state: 'shadow', origin: 'published' },
  });
};

/** How many calls the roll-ups of all days hold. */
const shownCalls = async (db: DbClient): Promise<number> => {
  const { _sum: sum } = await db.dailyRollup.aggregate({
    where: { lmVersionTag: '' },
    _sum: { shownCalls: true },
  });
  return sum.shownCalls ?? 0;
};

/** Puts into a running product what a reader of the guide has in front of him: something of everything. */
export const fillClinic = async ({ db, clinic, recordings, takeIn }: RunningProduct): Promise<void> => {
  await writeFile(join(recordings, RECORDING), 'ID3 a recording');
  // As an import: an alert that rings in the middle of a walk would be taken for the answer to a tap.
  await takeIn(callsOfTheClinic(), 'bulk');
  await until(async () => (await db.callScore.count({ where: { isCurrent: true } })) === CALLS, {
    what: 'every call is scored',
    timeoutMs: SCORED_WITHIN_MS,
  });
  await until(async () => (await shownCalls(db)) === CALLS && (await db.dirtyRollupDay.count()) === 0, {
    what: 'the days are rolled up',
  });
  await giveAssignments(db, clinic);
  await askForSecondOpinion(db);
  await tryOtherRules(db);
};
