import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { operatorKey } from '../../src/domain/operator-key.js';
import type { Address } from '../../src/screens/define-place.js';
import { clientCallsPlace, transcriptPlace } from '../../src/screens/places/calls.js';
import { operatorCallsPlace } from '../../src/screens/places/operators.js';
import { callCardPlace } from '../../src/screens/places/work.js';
import type { Language } from '../../src/text/translate.js';
import { seeScreen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');
/** As the engine leaves a call in which it could read no talk. */
const MISSED = {
  outcome: 'missed',
  validDialogue: false,
  isTarget: null,
  complaintRiskScore: null,
  complaintRiskFlag: null,
  churnRiskScore: null,
  churnRiskLevel: null,
  followupNeededFlag: null,
  followupReason: null,
} as const;
const CLIENT = Buffer.from('one client');

let db: DbClient;
let clinic: Clinic;
/** The clinic called and nobody answered. */
let notReached: number;
/** A talk of a minute whose transcript has not come. */
let unread: number;
/** A client called and nobody answered. */
let missed: number;

beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  const given = async (call: Parameters<typeof givenCall>[1], score: Parameters<typeof givenScore>[2]) => {
    const made = await givenCall(db, { turns: null, clientPhoneHash: CLIENT, ...call });
    await givenScore(db, made, { ...MISSED, evidence: [], ...score });
    return made.historyId;
  };
  notReached = await given({ direction: 'outbound', talkDuration: 0 }, {});
  unread = await given({}, { gates: { conversion_score: 'no_transcript' } });
  missed = await given({ talkDuration: 0 }, {});
});

const read = async (address: Address, language: Language = 'ru'): Promise<string> =>
  (await seeScreen(db, { ...personOf(clinic.admin), language }, address, { now })).text;
const card = (historyId: number): Promise<string> => read(callCardPlace.address({ historyId }));

test('the card calls missed only the client whom nobody answered', async () => {
  expect(await card(missed)).toContain('Итог: пропущен\nРазговора не было, поэтому показателей нет.');
  expect(await card(notReached)).toContain(
    'Итог: не дозвонились\nРазговора не было, поэтому показателей нет.',
  );
  expect(await card(unread)).toContain(
    'Итог: без расшифровки\nРасшифровки ещё нет. Когда она придёт, звонок разберётся сам.',
  );
});

test('an operator’s list and a client’s calls say the same', async () => {
  const list = await read(operatorCallsPlace.address({ operator: operatorKey('op-1'), direction: 'on' }));
  expect(list).toContain(`#${missed} · пропущен`);
  expect(list).toContain(`#${notReached} · не дозвонились`);
  expect(list).toContain(`#${unread} · без расшифровки`);
  const others = await read(clientCallsPlace.address({ historyId: missed }));
  expect(others).toContain(`#${notReached} · исходящий · не дозвонились`);
  expect(others).toContain(`#${unread} · входящий 1:00 · без расшифровки`);
  expect(await read(clientCallsPlace.address({ historyId: missed }), 'en')).toContain('· no answer');
});

test('where nobody talked nobody waits for a transcript', async () => {
  const transcript = (historyId: number) => read(transcriptPlace.address({ historyId, page: 0 }));
  expect(await transcript(missed)).toContain('Разговора не было: расшифровывать нечего.');
  expect(await transcript(unread)).toContain('Когда придёт, появится здесь.');
});

test('a transcript that has just come is being read', async () => {
  await db.callTranscript.create({ data: { historyId: unread, turns: [] } });
  expect(await card(unread)).toContain('⏳ Звонок ещё не разобран.');
});
