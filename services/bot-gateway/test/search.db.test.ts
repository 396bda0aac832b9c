import { hashPhone, sealPhone, type DbClient } from '@perezvon/db';
import { givenCall, givenClinic, givenScore, until } from '@perezvon/db/testing';
import { afterEach, expect, test } from '@jest/globals';
import type { Person } from '@perezvon/telegram-simulator';
import { foundPlace } from '../src/screens/places/search.js';
import { forgetOldSearches } from '../src/store/searches.js';
import { seeScreen } from './support/draw.js';
import { personOf } from './support/people.js';
import { startBot, TELEGRAM, TEST_PHONE_KEYS, type RunningBot } from './support/running-bot.js';

const PHONE = '+79123456789';
const DAY_MS = 86_400_000;

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

const hashOf = (phone: string): Uint8Array<ArrayBuffer> => new Uint8Array(hashPhone(phone, TEST_PHONE_KEYS));

/** Yesterday's call of a client to `op-1`, and one of today to `op-2`. */
const givenCalls = async (db: DbClient): Promise<void> => {
  await givenClinic(db);
  const now = Date.now();
  const call = await givenCall(db, {
    historyId: 500_123,
    callDate: new Date(now - DAY_MS),
    clientPhoneHash: hashOf(PHONE),
    clientPhoneLast4: sealPhone(PHONE, TEST_PHONE_KEYS).last4,
    turns: [
      { t: 0, speaker: 'operator', text: 'Клиника, здравствуйте' },
      { t: 4, speaker: 'client', text: 'Вы <b>обещали</b> перезвонить & пропали, мой номер 89161234567' },
    ],
  });
  await givenScore(db, call);
  await givenCall(db, {
    historyId: 500_124,
    callDate: new Date(now - 60_000),
    operator: 'op-2',
    turns: [{ t: 0, speaker: 'client', text: 'Перезвоните мне, пожалуйста' }],
  });
};

const seen = (person: Person, words: string) =>
  person.waitFor(({ text }) => text.includes(words), { what: words });
const buttonsOf = (person: Person): string[] => person.buttons().map(({ text }) => text);

test('an administrator finds a call by everything he may remember of it', async () => {
  bot = await startBot({ given: givenCalls });
  const admin = bot.person('admin');
  await admin.send('/menu');
  await admin.tap('🔎 Найти звонок');
  await seen(admin, 'слова из разговора');

  await admin.send('обещали перезвонить');
  const byWords = await seen(admin, '🔎 «обещали перезвонить»');
  expect(byWords.text).toContain('#500123');
  expect(byWords.text).toContain('Клиент: Вы <b>обещали</b> перезвонить & пропали, мой номер •••');
  expect(byWords.text).not.toContain('#500124');
  expect(byWords.html).toContain('Вы &lt;b&gt;<b>обещали</b>&lt;/b&gt; <b>перезвонить</b> &amp; пропали');

  // Another search under the first: its question is still open.
  await admin.send('8 (912) 345-67-89');
  const byPhone = await seen(admin, '🔎 клиент +7 ••• •••-67-89');
  expect(byPhone.text).toContain('#500123');
  await admin.send('вчера');
  await until(() => admin.lastMessage()?.text.includes('#500123') === true, { what: 'yesterday’s calls' });
  await admin.send('Павел');
  expect((await seen(admin, '🔎 Павел (op-2)')).text).toContain('#500124');
  await admin.send('перезвоните, Ольга');
  const both = await seen(admin, '🔎 «перезвоните» · Ольга (op-1)');
  expect(both.text).toContain('#500123');
  expect(both.text).not.toContain('#500124');

  await admin.tap('7 дн.');
  await seen(admin, '«перезвоните» · Ольга (op-1) · 7 дней');
  await admin.tap('👤 Ольга (op-1)');
  await admin.tap('Павел (op-2)');
  expect((await seen(admin, '«перезвоните» · Павел (op-2) · 7 дней')).text).toContain('#500124');
  await admin.tap(buttonsOf(admin)[0] ?? '');
  await seen(admin, 'Звонок #500124');
  await admin.tap('⬅️ Назад');
  await seen(admin, '«перезвоните» · Павел (op-2) · 7 дней');
});

test('without an open question forms are understood, words are offered to be looked for, nothing is silent', async () => {
  bot = await startBot({ given: givenCalls });
  const admin = bot.person('admin');
  await admin.send('+7 912 345-67-89');
  expect((await seen(admin, '🔎 клиент')).text).toContain('#500123');
  await admin.send('/menu');
  await admin.send('обещали & <перезвонить>');
  await seen(admin, 'и я открою его карточку');
  await admin.tap('🔎 Искать «обещали & <перезвонить>»');
  expect((await seen(admin, '🔎 «обещали & <перезвонить>»')).text).toContain('#500123');
  await admin.send('/find не и');
  await seen(admin, 'Эти слова есть почти в любом разговоре');
  await admin.send('/find 345-67-89');
  await seen(admin, 'цифр не хватает');
  await admin.send('/find единорог');
  expect((await seen(admin, 'Ничего не нашлось')).text).toContain('скрытые от вас');
  await admin.send('/find единорог вчера');
  await seen(admin, 'День отделите запятой: единорог, вчера');
  await admin.send('/find 500123');
  await seen(admin, 'Звонок #500123');
  await admin.send('/call 500124');
  await seen(admin, 'Звонок #500124');
});

test('an operator finds his own calls only, marketing none', async () => {
  bot = await startBot({ given: givenCalls });
  const operator = bot.person('operator');
  await operator.send('/find перезвонить');
  const own = await seen(operator, '🔎 «перезвонить» · ваши звонки');
  expect(own.text).toContain('#500123');
  expect(own.text).not.toContain('#500124');
  expect(buttonsOf(operator)).not.toContain('👤 Оператор');
  await operator.send('/find Павел');
  await seen(operator, 'Ничего не нашлось');
  await bot.person('otherOperator').send('/find 8 912 345 67 89');
  await seen(bot.person('otherOperator'), 'Звонков с этого номера нет');

  const marketing = bot.person('marketing');
  for (const words of ['/find перезвонить', '+7 912 345-67-89', 'вчера', '500123']) {
    await marketing.send(words);
    await until(() => marketing.messages().at(-1)?.text !== words, { what: `an answer to ${words}` });
    expect(marketing.lastMessage()?.text).not.toMatch(/#500123 ·|🔎|••/);
  }
});

test('a search belongs to who made it, is kept for a day, and its number is stored as a hash only', async () => {
  bot = await startBot({ given: givenCalls });
  const { db } = bot;
  const admin = bot.person('admin');
  await admin.send(`${PHONE}, обещали`);
  await seen(admin, 'и я открою его карточку');
  const stored = await db.search.findFirstOrThrow();
  expect(stored.words).toBe('обещали');
  expect(Buffer.from(stored.clientPhoneHash ?? [])).toEqual(hashPhone(PHONE, TEST_PHONE_KEYS));
  expect(JSON.stringify(await db.outbox.findMany({ select: { message: true } }))).not.toContain('обещали');

  const anna = await db.user.findUniqueOrThrow({ where: { telegramId: TELEGRAM.admin } });
  const vera = await db.user.findUniqueOrThrow({ where: { telegramId: TELEGRAM.otherAdmin } });
  const address = foundPlace.address({ searchId: stored.id, direction: 'on' });
  const at = (ms: number) => ({ now: () => new Date(stored.createdAt.getTime() + ms) });
  expect((await seeScreen(db, personOf(anna), address, at(1_000))).text).toContain('#500123');
  expect((await seeScreen(db, personOf(vera), address, at(1_000))).text).toContain('Этот поиск уже забыт');
  expect((await seeScreen(db, personOf(anna), address, at(DAY_MS))).text).toContain('Этот поиск уже забыт');
  expect(await forgetOldSearches(db, new Date(stored.createdAt.getTime() + DAY_MS - 1))).toBe(0);
  expect(await forgetOldSearches(db, new Date(stored.createdAt.getTime() + DAY_MS))).toBe(1);
});

test('a link opens the card for those who may see the call, and tells others nothing', async () => {
  bot = await startBot({ given: givenCalls });
  const { db } = bot;
  const admin = bot.person('admin');
  await admin.send('500123');
  await admin.tap('🔗 Ссылка');
  await seen(admin, 'Её ещё нет');
  await admin.tap('🔗 Сделать ссылку');
  const shared = await seen(admin, 'https://t.me/');
  const payload = /start=([\w-]+)/.exec(shared.text)?.[1] ?? '';
  expect(payload).toMatch(/^call_[\w-]{22}$/);
  await admin.tap('⬅️ Назад');
  await seen(admin, 'Звонок #500123');
  await admin.tap('🔗 Ссылка');
  expect((await seen(admin, 'https://t.me/')).text).toContain(payload);
  expect(await db.callLink.count()).toBe(1);

  await bot.person('otherAdmin').send(`/start ${payload}`);
  await seen(bot.person('otherAdmin'), 'Звонок #500123');
  await bot.person('operator').send(`/start ${payload}`);
  expect((await seen(bot.person('operator'), 'Звонок #500123')).text).not.toContain('89161234567');
  await bot.person('otherOperator').send(`/start ${payload}`);
  await seen(bot.person('otherOperator'), 'Здесь пусто');
  await bot.person('marketing').send(`/start ${payload}`);
  await seen(bot.person('marketing'), 'Этот раздел вам сейчас недоступен');
  await bot.person('newcomer').send(`/start ${payload}`);
  await seen(bot.person('newcomer'), 'Доступ выдаёт администратор');
  await admin.send(`/start call_${'A'.repeat(22)}`);
  await seen(admin, 'Ссылка не работает');
  await db.call.delete({ where: { historyId: 500_123 } });
  await bot.person('otherAdmin').send(`/start ${payload}`);
  await seen(bot.person('otherAdmin'), 'Ссылка не работает');
});
