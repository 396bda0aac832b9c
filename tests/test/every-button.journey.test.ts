import { until } from '@perezvon/db/testing';
import type { Clinic } from '@perezvon/db/testing';
import { testBackends } from '@perezvon/messaging/testing';
import type { Person } from '@perezvon/telegram-simulator';
import { afterEach, expect, test } from '@jest/globals';
import { madeCalls } from '../src/made-calls.js';
import { pressButtons, type Press } from '../src/press-buttons.js';
import { startProduct, type RunningProduct } from '../src/running-product.js';
import { screenFaults } from '../src/screen-faults.js';

const HOUR_MS = 3_600_000;
const CALLS = 24;
const ANSWERED_WITHIN_MS = 1_000;
/** Some hundred presses a role, on a machine that is busy with other tests. */
const TIMEOUT_MS = 300_000;
const CRAWL = { depth: 4, maxPresses: 90, alike: 2 } as const;

/** From the least to the most powerful: whoever has had his turn may then be blocked or given another role. */
const TURNS = [
  'marketing',
  'operator',
  'admin',
  'superadmin',
  'supremeDev',
] as const satisfies readonly (keyof Clinic)[];

let product: RunningProduct | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

const [backend] = testBackends();

/** Calls of every colour in the last day, and assignments: one in time, one late, one for each operator. */
const startBusyProduct = async (): Promise<RunningProduct> => {
  if (backend === undefined) throw new Error('there is always a queue backend to test on');
  const started = await startProduct(backend);
  product = started;
  const { db, clinic } = started;
  const hoursFromNow = (hours: number): Date => new Date(Date.now() + hours * HOUR_MS);
  const calls = madeCalls(CALLS, 500_001).map((call, index) => ({
    ...call,
    call_date: hoursFromNow(-2 - index).toISOString(),
  }));
  await started.takeIn(calls);
  await until(async () => (await db.callScore.count({ where: { isCurrent: true } })) === CALLS, {
    what: 'every call is scored',
  });
  await until(async () => (await db.dailyRollup.count()) > 0, { what: 'the day is rolled up' });

  const given = { givenById: clinic.admin.id, createdAt: hoursFromNow(-2) };
  await db.assignment.createMany({
    data: [
      { ...given, historyId: 500_002, kind: 'callback', ownerId: clinic.operator.id, dueAt: hoursFromNow(5) },
      {
        ...given,
        historyId: 500_005,
        kind: 'callback',
        ownerId: clinic.operator.id,
        dueAt: hoursFromNow(-1),
      },
      {
        ...given,
        historyId: 500_005,
        kind: 'training',
        ownerId: clinic.otherOperator.id,
        dueAt: hoursFromNow(9),
      },
    ],
  });
  return started;
};

/** What is wrong with one press, each with the way to it. */
const faultsOf = (who: string, { path, answeredInMs, screen }: Press, isRoot: boolean): string[] => {
  const faults = screenFaults(screen, { isRoot });
  if (answeredInMs > ANSWERED_WITHIN_MS) faults.push(`was answered after ${Math.round(answeredInMs)} ms`);
  return faults.map((fault) => `${who}: ${path.join(' › ')} ${fault}`);
};

/** Somebody who asks to be let in; the door is all there is. */
const askForAccess = async (stranger: Person): Promise<string[]> => {
  const presses = await pressButtons(stranger, CRAWL);
  expect(presses.map(({ path }) => path)).toEqual([['Запросить доступ']]);
  return presses.flatMap((press) => faultsOf('newcomer', press, true));
};

test(
  'every button of every role is answered at once, and leads to a readable screen with a way back',
  async () => {
    const { person, stranger } = await startBusyProduct();
    const faults = await askForAccess(stranger('Новенькая'));

    const pressed: Record<string, Set<string>> = {};
    for (const who of TURNS) {
      const presses = await pressButtons(person(who), CRAWL);
      pressed[who] = new Set(presses.map(({ path }) => path.at(-1) ?? ''));
      faults.push(...presses.flatMap((press) => faultsOf(who, press, false)));
    }

    expect(faults).toEqual([]);
    // Each saw what his role is for: an empty walk would find no fault either.
    expect(pressed['marketing']).toContain('📊 Дашборд');
    expect(pressed['operator']).toContain('▶️ В работу');
    expect(pressed['admin']).toContain('🎧 Прослушать');
    expect(pressed['superadmin']).toContain('🧾 Журнал');
    expect(pressed['supremeDev']).toContain('Заблокировать');
    expect(pressed['supremeDev']).toContain('Версии LM');
  },
  TIMEOUT_MS,
);
