import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { refOfTag, tagOfRef } from '../../src/domain/version-ref.js';
import type { Address } from '../../src/screens/define-place.js';
import { auditLogPlace } from '../../src/screens/places/audit-log.js';
import { callListPlace, wholeList } from '../../src/screens/places/calls.js';
import { menuPlace } from '../../src/screens/places/root.js';
import {
  systemPlace,
  versionActivatePlace,
  versionCardPlace,
  versionRollBackPlace,
  versionsPlace,
} from '../../src/screens/places/system.js';
import { callCardPlace } from '../../src/screens/places/work.js';
import { seeScreen } from '../support/draw.js';
import {
  ACTIVE,
  givenAgreement,
  givenDisagreement,
  givenThreeVersions,
  givenVersion,
  RETIRED,
  SHADOW,
} from '../support/given-versions.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T12:00:00Z');
let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});
beforeEach(async () => {
  await db.call.deleteMany();
  await db.lmRuleset.deleteMany();
  await db.serviceInstance.deleteMany();
  await givenThreeVersions(db);
});

const see = (address: Address, who: keyof Clinic = 'supremeDev', language: 'ru' | 'en' = 'ru') =>
  seeScreen(db, { ...personOf(clinic[who]), language }, address, { now });
const version = (tag: string) => ({ version: refOfTag(tag) });

test('a tag goes into a button and comes out of it', () => {
  for (const tag of [ACTIVE, 'v0.10.999+ffffffff', 'v12.0.3+00000001'])
    expect(tagOfRef(refOfTag(tag))).toBe(tag);
  expect(() => refOfTag('latest')).toThrow('no version tag');
});

/** Living processes of these services, one each time a name is said. */
const givenProcesses = (services: readonly string[]) => db.$executeRaw`
  INSERT INTO service_instances (id, service, version, started_at, seen_at, metrics)
  SELECT gen_random_uuid(), service, '0', '2026-11-24T06:00:00Z', now(), '[]' FROM unnest(${[...services]}::text[]) AS service`;

describe('«⚙️ Система»', () => {
  test('says how the parts are, the worst of each first', async () => {
    await givenProcesses(['lm-scoring', 'lm-scoring', 'audit', 'assignment', 'bot-gateway', 'call-ingest']);
    await db.$executeRaw`
      INSERT INTO outbox (message_id, queue, message, priority, next_send_at)
      VALUES ('b-1', 'bot-gateway', '{}', 0, now()), ('a-1', 'audit', '{}', 0, now()), ('a-2', 'audit', '{}', 10, now()),
        ('a-3', 'audit', '{}', 10, now()), ('a-4', 'audit', '{}', 0, NULL), ('r-1', 'reporting', '{}', 10, now())`;
    await givenCall(db);

    const { text, buttons } = await see(systemPlace.address({}));

    expect(text).toContain(`Версия LM: ${ACTIVE} · в тени: 1`);
    expect(text).toContain('Последний звонок: 24.11 11:00\nИмпорта файлов ещё не было');
    expect(text.split('\n\n')[2]?.split('\n')).toEqual([
      'Очереди',
      '🔴 журнал: ждут 3, срочных 1 · отложено из-за сбоя: 1',
      '🔴 сводки: ждёт 1',
      '🟢 бот: ждёт 1, срочных 1',
      '🟢 пусто: оценка звонков, поручения',
      'Отложенное из-за сбоя повторяют на доске очередей.',
      '🟢 Отправка в очередь без задержки',
    ]);
    expect(text.split('\n\n')[3]?.split('\n')).toEqual([
      'Процессы',
      '🔴 сводки: никто не работает',
      '🟡 доска очередей: никто не работает',
      '🟢 оценка звонков: 2 · с 24.11 09:00',
      '🟢 поручения: 1 · с 24.11 09:00',
      '🟢 журнал: 1 · с 24.11 09:00',
      '🟢 бот: 1 · с 24.11 09:00',
      '🟢 приём звонков: 1 · с 24.11 09:00',
    ]);
    expect(text).toMatch(/База: \d+ МБ, ответ за \d+ мс\n🟢 Redis не нужен: очереди в PostgreSQL/);
    expect(buttons.flat()).toEqual(expect.arrayContaining(['Версии LM', '⬅️ Назад', '🏠 Меню']));
    await db.outbox.deleteMany();
  });

  test.each([
    ['silent', '🔴 Redis не отвечает: сообщения ждут в базе, ничего не потеряно'],
    [{ answeredInMs: 0.4, memoryBytes: 12_345_678 }, '🟢 Redis: 13 МБ, ответ за 1 мс'],
    [{ answeredInMs: 240, memoryBytes: null }, '🟡 Redis: ответ за 240 мс'],
  ] as const)('tells a Redis that answers from one that does not (%j)', async (answer, line) => {
    const boardUrl = 'https://ops.example.org/queues';
    const surroundings = { boardUrl, askRedis: () => Promise.resolve(answer) };
    const { text } = await seeScreen(db, personOf(clinic.supremeDev), systemPlace.address({}), {
      now,
      surroundings,
    });
    expect(text).toContain(line);
    expect(text).toContain(`Доска очередей: ${boardUrl}`);
  });

  test('tells how the last import ended, or that it has not', async () => {
    const startedAt = '2026-11-24T10:00:00Z';
    const counts = { accepted: 1_200, duplicates: 3, rejected: 2 };
    await db.callImport.create({ data: { startedAt, finishedAt: '2026-11-24T10:05:00Z', ...counts } });
    expect((await see(systemPlace.address({}))).text.replaceAll('\u{a0}', ' ')).toContain(
      '🟡 Последний импорт 24.11 13:05: принято 1 200, повторов 3, отклонено 2',
    );
    await db.callImport.create({ data: { startedAt } });
    expect((await see(systemPlace.address({}))).text).toContain(
      '🟡 Импорт начат 24.11 13:00: идёт или оборвался',
    );
    await db.callImport.deleteMany();
  });

  test.each(['superadmin', 'admin', 'operator', 'marketing'] as const)(
    'is not for %s: no button in the menu, no screen, no version',
    async (who) => {
      expect((await see(menuPlace.address({}), who)).buttons.flat()).not.toContain('⚙️ Система');
      for (const address of [
        systemPlace.address({}),
        versionsPlace.address({ page: 0 }),
        versionCardPlace.address(version(ACTIVE)),
      ])
        expect((await see(address, who)).text).toContain('Этот раздел вам сейчас недоступен');
    },
  );

  test('is in the developer’s menu', async () => {
    expect((await see(menuPlace.address({}))).buttons.flat()).toContain('⚙️ Система');
    expect((await see(menuPlace.address({}), 'supremeDev', 'en')).buttons.flat()).toContain('⚙️ System');
  });
});

describe('«Версии LM»', () => {
  test('lists what decides, what is tried and what is kept, with the disagreement', async () => {
    await givenDisagreement(db);
    await givenAgreement(db);

    const { text, buttons } = await see(versionsPlace.address({ page: 0 }));

    expect(text).toBe(
      [
        'Версии LM',
        '',
        `🟢 ${ACTIVE}`,
        'активна · из поставки 20.11 11:00',
        'последний раз активирована 20.11 12:00',
        '',
        `👥 ${SHADOW}`,
        'в тени · опубликована 20.11 11:00',
        '«больше слов о жалобах»',
        'Расходится с активной в 50 % общих звонков (1 из 2)',
        '',
        `📦 ${RETIRED}`,
        'в архиве · из поставки 20.11 11:00',
        'последний раз активирована 10.11 12:00',
      ].join('\n'),
    );
    expect(buttons).toEqual([
      [`🟢 ${ACTIVE}`],
      [`👥 ${SHADOW}`],
      [`📦 ${RETIRED}`],
      ['↩️ Откатить'],
      ['⬅️ Назад', '🏠 Меню', '❓'],
    ]);
  });

  test('has pages, and no way back when nothing else was ever active', async () => {
    await db.lmRuleset.update({ where: { tag: RETIRED }, data: { activatedAt: null } });
    for (const digit of '123456') await givenVersion(db, `v1.0.1+0000000${digit}`, {});

    const first = await see(versionsPlace.address({ page: 0 }));
    const second = await see(versionsPlace.address({ page: 1 }));

    expect(first.buttons.flat()).toContain('▶️');
    expect(first.buttons.flat()).not.toContain('↩️ Откатить');
    expect(second.buttons.flat()).toContain('◀️');
    const shown = [...first.text.matchAll(/v\d\S+/g), ...second.text.matchAll(/v\d\S+/g)].map(String);
    expect(new Set(shown).size).toBe(9);
  });
});

describe('a version’s card', () => {
  test('of one in shadow says what it raises and what it does not, and offers what can be done', async () => {
    await givenDisagreement(db);

    const { text, buttons } = await see(versionCardPlace.address(version(SHADOW)));

    expect(text).toContain('В списки, карточки и сводки её оценки не попадают.');
    expect(text).toContain('Расходится с активной в 100 % общих звонков (1 из 1)\n• Жалоба: +1 −0');
    expect(buttons.flat()).toEqual(expect.arrayContaining(['🟢 Активировать', '📦 В архив']));
  });

  test('of the active one offers the way back, of an archived one the shadow; a language model never decides', async () => {
    await givenVersion(db, 'v1.0.1+0000dddd', { kind: 'llm', state: 'shadow', origin: 'challenger' });

    const active = await see(versionCardPlace.address(version(ACTIVE)));
    expect(active.buttons.flat()).toContain('↩️ Откатить');
    expect(active.buttons.flat()).not.toContain('🟢 Активировать');
    expect((await see(versionCardPlace.address(version(RETIRED)))).buttons.flat()).toEqual(
      expect.arrayContaining(['🟢 Активировать', '👥 В тень']),
    );
    expect((await see(versionCardPlace.address(version('v1.0.1+0000dddd')))).buttons.flat()).not.toContain(
      '🟢 Активировать',
    );
    expect((await see(versionCardPlace.address(version('v9.9.9+00000000')))).text).toContain('Здесь пусто');
  });

  test('asks before it activates or rolls back, and says what that means', async () => {
    await givenDisagreement(db);

    const activate = await see(versionActivatePlace.address(version(SHADOW)));
    expect(activate.text).toContain(`Активировать ${SHADOW}? Сейчас решает ${ACTIVE}.`);
    expect(activate.text).toContain('Оценки, которые уже есть, не изменятся до перерасчёта');
    expect(activate.text).toContain('Расходится с активной в 100 %');
    expect(activate.buttons[0]).toEqual(['✅ Подтвердить', '✖️ Отмена']);

    const back = await see(versionRollBackPlace.address({}));
    expect(back.text).toContain(`Вернуть ${RETIRED}? Сейчас решает ${ACTIVE}.`);
    expect(back.buttons[0]).toEqual(['✅ Подтвердить', '✖️ Отмена']);
  });

  test('speaks English too', async () => {
    const { text, buttons } = await see(versionCardPlace.address(version(SHADOW)), 'supremeDev', 'en');
    expect(text).toContain('in shadow · published');
    expect(text).toContain('No calls scored by both it and the active version yet.');
    expect(buttons.flat()).toContain('🟢 Activate');
  });
});

test('what a version in shadow says of a call stands in no list and on no card', async () => {
  const { historyId } = await givenDisagreement(db);

  for (const who of ['admin', 'supremeDev'] as const) {
    const list = await see(callListPlace.address(wholeList('complaint', 7)), who);
    expect(list.text).not.toContain(`#${historyId}`);
    const card = await see(callCardPlace.address({ historyId }), who);
    expect(card.text).not.toContain('обещали перезвонить и не перезвонили');
    expect(card.text).not.toContain(SHADOW);
    expect(card.text).toContain(ACTIVE);
  }
});

test('the log tells of versions in words', async () => {
  const entry = {
    actorId: clinic.supremeDev.id,
    outcome: 'done',
    subjectKind: 'ruleset',
    subjectId: SHADOW,
    at: now(),
    prevHash: Buffer.alloc(32),
    hash: Buffer.alloc(32),
  } as const;
  await db.adminActionLog.create({
    data: {
      ...entry,
      seq: 1,
      messageId: 'tg-1.1',
      action: 'ruleset.activate',
      before: { activeRuleset: ACTIVE },
      after: { activeRuleset: SHADOW },
    },
  });
  await db.adminActionLog.create({
    data: {
      ...entry,
      seq: 2,
      messageId: 'lm-start-1.2',
      actorId: null,
      action: 'ruleset.shadow',
      before: { rulesetState: null },
      after: { rulesetState: 'shadow' },
    },
  });

  const { text } = await see(auditLogPlace.address({}));

  expect(text).toContain(`Активировать версию LM: ${SHADOW}\nактивная версия: ${ACTIVE} → ${SHADOW}`);
  expect(text).toContain(`Система · выполнено\nПоставить версию LM в тень: ${SHADOW}`);
});
