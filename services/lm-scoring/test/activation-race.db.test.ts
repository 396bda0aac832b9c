import { beforeEach, expect, test } from '@jest/globals';
import { rulesetActivate } from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, silentLog, testDatabase, until } from '@perezvon/db/testing';
import { processMessage, type ProcessingDeps } from '@perezvon/messaging';
import { handlersWith } from '../src/index.js';
import { aProcess, contentNamed, givenVersion, received, statesOf, tagOf } from './given-versions.js';

const VERSIONS = [contentNamed('even'), contentNamed('odd')] as const;
const [EVEN, ODD] = VERSIONS.map(tagOf);

let db: DbClient;
let deps: ProcessingDeps;
let developerId: number;
beforeEach(async () => {
  ({ db } = await testDatabase());
  deps = { db, log: silentLog, now: clockAt('2026-11-24T12:00:00.000Z') };
  developerId = (await givenClinic(db)).supremeDev.id;
  await givenVersion(db, VERSIONS[0], { state: 'active' });
  await givenVersion(db, VERSIONS[1]);
});

let lastIntent = 0;
const activation = (tag = '') => {
  lastIntent += 1;
  return rulesetActivate.of(
    { tag },
    { id: `tg-${lastIntent}`, actorId: developerId, at: new Date('2026-11-24T12:00:00Z') },
  );
};

test('an activation waits for the batches under way, and no batch after it uses the version before', async () => {
  const { rulesets } = aProcess();
  const handlers = handlersWith(aProcess());
  const { historyId } = await givenCall(db);
  let activated: Promise<unknown> = Promise.resolve();

  await withTransaction(db, async (tx) => {
    expect((await rulesets.active(tx)).tag).toBe(EVEN);
    activated = processMessage('lm-scoring', activation(ODD), handlers, deps);
    await until(
      async () => {
        const [waiting] = await db.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS count FROM pg_locks
          WHERE locktype = 'advisory' AND NOT granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
        return waiting?.count;
      },
      { what: 'the activation waits for the batch' },
    );
    expect(await statesOf(db)).toMatchObject({ [tagOf(VERSIONS[0])]: 'active' });
  });
  await activated;

  await processMessage('lm-scoring', received(historyId), handlers, deps);
  expect(await db.callScore.findMany({ where: { historyId } })).toMatchObject([{ lmVersionTag: ODD }]);
});

test('however batches and activations mix, no score is current under a version that is not active when it is stored', async () => {
  // Looks at the moment of the commit, as anybody else would see it.
  await db.$executeRaw`
    CREATE FUNCTION check_current_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.is_current AND NOT EXISTS (
        SELECT FROM lm_rulesets WHERE tag = NEW.lm_version_tag AND state = 'active'
      ) THEN RAISE EXCEPTION 'a score of % became current', NEW.lm_version_tag; END IF;
      RETURN NULL;
    END $$`;
  await db.$executeRaw`
    CREATE CONSTRAINT TRIGGER check_current_version AFTER INSERT OR UPDATE ON call_scores
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_current_version()`;
  const CALLS = 60;
  const CALLS_AN_ACTIVATION = 10;
  const historyIds: number[] = [];
  for (let index = 0; index < CALLS; index += 1) historyIds.push((await givenCall(db)).historyId);
  const processes = [handlersWith(aProcess()), handlersWith(aProcess())];

  const results = await Promise.all(
    historyIds.flatMap((historyId, index) => {
      const handlers = processes[index % processes.length] ?? handlersWith(aProcess());
      const scored = processMessage('lm-scoring', received(historyId), handlers, deps);
      if (index % CALLS_AN_ACTIVATION !== 0) return [scored];
      const tag = index % (2 * CALLS_AN_ACTIVATION) === 0 ? ODD : EVEN;
      return [scored, processMessage('lm-scoring', activation(tag), handlers, deps)];
    }),
  );

  expect(results).not.toContain('duplicate');
  const byTag = await db.callScore.groupBy({
    by: ['lmVersionTag'],
    where: { isCurrent: true },
    _count: true,
  });
  expect(byTag.reduce((sum, { _count }) => sum + _count, 0)).toBe(CALLS);
  expect(byTag.map(({ lmVersionTag }) => lmVersionTag).toSorted()).toEqual([EVEN, ODD].toSorted());
});
