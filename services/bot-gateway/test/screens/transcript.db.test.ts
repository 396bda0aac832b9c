import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { listenPlace, transcriptPlace } from '../../src/screens/places/calls.js';
import { seeScreen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

test('turns have times, the quoted words are marked, a phone is hidden from an admin only', async () => {
  const call = await givenCall(db, {
    turns: [
      { t: 0, speaker: 'operator', text: 'Здравствуйте' },
      { t: 4, speaker: 'client', text: 'вы обещали перезвонить и не перезвонили, номер 89161234567' },
      { t: null, speaker: 'system', text: 'Звонок записывается' },
    ],
  });
  await givenScore(db, call);
  const address = transcriptPlace.address({ historyId: call.historyId, page: 0 });
  const admin = await seeScreen(db, personOf(clinic.admin), address, { now });
  expect(admin.html).toContain('0:00 <b>Оператор:</b> Здравствуйте');
  expect(admin.html).toContain(
    '0:04 <b>Клиент:</b> вы <u><b>обещали перезвонить и не перезвонили</b></u>, номер •••',
  );
  expect(admin.html).toContain('\n<b>Система:</b> Звонок записывается');
  const superadmin = await seeScreen(db, personOf(clinic.superadmin), address, { now });
  expect(superadmin.text).toContain('номер 89161234567');
});

test('a call without a recording says why; one with it goes out as audio with the places to hear', async () => {
  const silent = await givenCall(db);
  const without = await seeScreen(db, personOf(clinic.admin), listenPlace.address(silent), { now });
  expect(without.text).toContain('Записи нет: телефония не прислала');
  const call = await givenCall(db, { recordingUrl: 'https://pbx.example/1.mp3' });
  await givenScore(db, call);
  const heard = await seeScreen(db, personOf(clinic.admin), listenPlace.address(call), { now });
  expect(heard.text).toContain('На что обратить внимание:\n0:04 обещание не выполнено');
  expect(heard.buttons).toContainEqual(['✅ Прослушано']);
});
