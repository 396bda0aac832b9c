import type { DbClient } from '@perezvon/db';
import { clockAt, givenClinic, givenRollup, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { refOfTag } from '../../src/domain/version-ref.js';
import { findRunReport } from '../../src/queries/system/lm-runs.js';
import { runFile } from '../../src/screens/system/run-report.js';
import {
  runCardPlace,
  runConfirmPlace,
  runExamplesPlace,
  runFilePlace,
  runPeriodPlace,
  runReportPlace,
  runsPlace,
  runVersionPlace,
} from '../../src/screens/places/runs.js';
import { systemPlace, versionCardPlace } from '../../src/screens/places/system.js';
import { renderBase } from '../../src/screens/draw.js';
import type { Address } from '../../src/screens/define-place.js';
import { seeScreen, TEST_BOT_NAME, TEST_SURROUNDINGS } from '../support/draw.js';
import { ACTIVE, givenBacktest, givenTwoVersions, SHADOW } from '../support/given-backtest.js';
import { personOf } from '../support/people.js';
import { strictTexts } from '../support/texts.js';

const now = clockAt('2026-11-24T09:00:00Z');
let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  await givenTwoVersions(db);
  for (const [day, calls] of [
    ['2026-11-23', 40],
    ['2026-10-01', 60],
  ] as const)
    await givenRollup(db, day, { calls });
});
beforeEach(() => db.lmRun.deleteMany());

const see = (address: Address, language: 'ru' | 'en' = 'ru') =>
  seeScreen(db, { ...personOf(clinic.supremeDev), language }, address, { now });
const givenRescore = async (state: 'running' | 'paused' | 'failed'): Promise<number> => {
  const { id } = await db.lmRun.create({
    data: {
      kind: 'rescore',
      state,
      lmVersionTag: ACTIVE,
      since: '2026-10-31T21:00:00Z',
      totalCalls: 40_000,
      doneCalls: 10_000,
      failedCalls: 1,
      workedMs: 600_000n,
      requestedById: clinic.supremeDev.id,
      createdAt: '2026-11-24T08:00:00Z',
    },
  });
  return id;
};

describe('a run on its way', () => {
  test('shows how far it is and what is left; it can be paused and cancelled', async () => {
    const runId = await givenRescore('running');
    const list = await see(runsPlace.address({}));
    expect(list.text).toBe(
      [
        'Перерасчёт и проверки на истории',
        '',
        `Перерасчёт №${runId} · выполняется`,
        `${ACTIVE} · звонки с 01.11 00:00`,
        '▰▰▱▱▱▱▱▱▱▱ 25 % · 10 000 из 40 000 · осталось около 30 минут',
        '⚠️ Движок не справился со звонками: 1. Их номера — в журнале службы lm-scoring.',
      ].join('\n'),
    );
    expect(list.buttons[0]).toEqual([`Перерасчёт №${runId} · 25 %`]);

    const card = await see(runCardPlace.address({ runId }), 'en');
    expect(card.text).toContain('▰▰▱▱▱▱▱▱▱▱ 25% · 10,000 of 40,000 · about 30 minutes left');
    expect(card.text).toContain('In the background: new calls are scored before it.');
    expect(card.buttons).toEqual([
      ['⏸ Pause', '🗑 Stop for good'],
      ['⬅️ Back', '🏠 Menu', '❓'],
    ]);
  });

  test('paused, it can go on; failed, it says what to do', async () => {
    const paused = await see(runCardPlace.address({ runId: await givenRescore('paused') }));
    expect(paused.buttons[0]).toEqual(['▶️ Продолжить', '🗑 Прекратить']);
    expect(paused.text).not.toContain('осталось');

    await db.lmRun.deleteMany();
    const failed = await see(runCardPlace.address({ runId: await givenRescore('failed') }));
    expect(failed.text).toContain('на доске очередей');
    expect(failed.buttons).toEqual([['⬅️ Назад', '🏠 Меню', '❓']]);
  });
});

describe('a new run', () => {
  test('asks for the version, the calls, and says what it will mean', async () => {
    const which = await see(runVersionPlace.address({ kind: 'rescore' }));
    expect(which.buttons.slice(0, 2)).toEqual([[`👥 ${SHADOW}`], [`🟢 ${ACTIVE}`]]);
    const backtest = await see(runVersionPlace.address({ kind: 'backtest' }));
    expect(backtest.buttons[0]).toEqual([`👥 ${SHADOW}`]);

    const params = { kind: 'rescore', version: refOfTag(ACTIVE) } as const;
    const period = await see(runPeriodPlace.address(params));
    expect(period.buttons.slice(0, 4)).toEqual([['7 дней'], ['30 дней'], ['90 дней'], ['Все звонки']]);

    const confirm = await see(runConfirmPlace.address({ ...params, days: 7 }));
    expect(confirm.text).toContain('Звонков за 7 дней: около 40\n');
    expect(confirm.text).toContain('Её оценки станут показанными');
    expect(confirm.buttons[0]).toEqual(['✅ Подтвердить', '✖️ Отмена']);
    const shadow = await see(
      runConfirmPlace.address({ kind: 'rescore', version: refOfTag(SHADOW), days: 0 }),
      'en',
    );
    expect(shadow.text).toContain('All calls: about 100');
    expect(shadow.text).toContain('people notice nothing');
  });

  test('begins on a version’s card or in the system screen', async () => {
    const shadow = await see(versionCardPlace.address({ version: refOfTag(SHADOW) }));
    expect(shadow.buttons).toContainEqual(['🧪 Проверить на истории', '🔁 Пересчитать']);
    const active = await see(versionCardPlace.address({ version: refOfTag(ACTIVE) }));
    expect(active.buttons).toContainEqual(['🔁 Пересчитать']);
    expect((await see(systemPlace.address({}))).buttons.flat()).toContain('Перерасчёт');
  });
});

describe('a backtest’s report', () => {
  test.each([
    [
      'ru',
      [
        'Сравнено звонков: 2, оценены иначе: 1',
        'Жалоба: 0 → 1 (+1 −0)',
        'согласие 50 %, κ 0,00, AC1 0,20, звонков 2',
        'точность — → 1,00, полнота 0,00 → 1,00 (верных случаев 1)',
      ],
      'Жалоба: +1',
    ],
    [
      'en',
      [
        'Calls compared: 2, scored otherwise: 1',
        'Complaint: 0 → 1 (+1 −0)',
        'agreement 50%, κ 0.00, AC1 0.20, calls 2',
        'precision — → 1.00, recall 0.00 → 1.00 (true cases 1)',
      ],
      'Complaint: +1',
    ],
  ] as const)('tells the changes of every flag (%s)', async (language, told, button) => {
    const { runId } = await givenBacktest(db, clinic.supremeDev.id);
    const report = await see(runReportPlace.address({ runId, part: 'flags' }), language);
    for (const line of told) expect(report.text).toContain(line);
    expect(report.buttons.flat()).toContain(button);
  });

  test('tells every number and choice', async () => {
    const { runId } = await givenBacktest(db, clinic.supremeDev.id);
    const numbers = await see(runReportPlace.address({ runId, part: 'numbers' }));
    expect(numbers.text).toContain(
      'Риск жалобы: в среднем 5,00 → 42,50, p90 5,00 → 80,00, красных 0 % → 50 %',
    );
    const choices = await see(runReportPlace.address({ runId, part: 'choices' }));
    expect(choices.text).toContain('Исход звонка: совпадает 50 % из 2\n• только справка → жалоба: 1');
    expect(choices.text).toContain('Без изменений: Риск ухода, Зачем перезвонить, Почему упустили');
    expect(choices.text).not.toContain('совпадает 100 %');
  });

  const complaints = (runId: number) =>
    runExamplesPlace.address({ runId, flag: 'complaint_risk_flag', side: 'gained' });

  test('quotes the calls as their transcripts are now; what was erased is gone', async () => {
    const { runId, historyId } = await givenBacktest(db, clinic.supremeDev.id);
    const examples = await see(complaints(runId));
    expect(examples.text).toContain(`#${historyId} · 24.11 11:00 · 5 → 80 · complaint.promise`);
    expect(examples.text).toContain('«вы обещали перезвонить и не перезвонили»');
    expect(examples.buttons[0]).toEqual([`#${historyId}`]);

    await db.callTranscript.delete({ where: { historyId } });
    expect((await see(complaints(runId))).text).not.toContain('обещали');
  });

  test('goes out as a file with every flag, number and quote; without quotes to whom may not read them', async () => {
    const { runId, historyId } = await givenBacktest(db, clinic.supremeDev.id);
    const report = await findRunReport(db, runId);
    const fileFor = async (role: 'supreme_dev' | 'marketing') => {
      const person = { ...personOf(clinic.supremeDev), role };
      const tools = renderBase({ now, texts: strictTexts, timezone: 'Europe/Moscow' }, person);
      const screen = runFile.open(runFilePlace.address({ runId }).data);
      const drawing = await screen?.draw(
        {
          db,
          now,
          person,
          timezone: 'Europe/Moscow',
          botName: TEST_BOT_NAME,
          surroundings: TEST_SURROUNDINGS,
        },
        tools,
      );
      return drawing?.attachment?.kind === 'document' ? drawing.attachment : null;
    };
    expect(report?.result.calls).toBe(2);

    const full = await fileFor('supreme_dev');
    expect(full?.fileName).toBe(`backtest-${runId}.md`);
    expect(full?.content).toContain(`# Проверка на истории №${runId}`);
    expect(full?.content).toContain(
      `| #${historyId} | 24.11 11:00 | 5 → 80 | «вы обещали перезвонить и не перезвонили» | complaint.promise |`,
    );
    expect(full?.content).toContain('- Риск жалобы: в среднем 5,00 → 42,50');
    expect((await fileFor('marketing'))?.content).not.toContain('обещали');
  });

  test('nobody but a developer sees a run', async () => {
    const { runId } = await givenBacktest(db, clinic.supremeDev.id);
    const seen = await seeScreen(
      db,
      personOf(clinic.superadmin),
      runReportPlace.address({ runId, part: 'flags' }),
      { now },
    );
    expect(seen.text).toContain('недоступен');
  });
});
