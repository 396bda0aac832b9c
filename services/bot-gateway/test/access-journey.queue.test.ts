import { givenClinic, until } from '@perezvon/db/testing';
import { testBackends } from '@perezvon/messaging/testing';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startBot, TELEGRAM, type RunningBot } from './support/running-bot.js';

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

describe.each(testBackends())('on $name', (backend) => {
  test('a stranger asks, an admin lets him in as an operator, and the menu is his', async () => {
    bot = await startBot({ backend, given: givenClinic });
    const newcomer = bot.person('newcomer');
    const admin = bot.person('admin');
    const operator = bot.person('operator');

    await newcomer.send('/start');
    await newcomer.tap('Запросить доступ');
    await newcomer.waitFor(({ text }) => text.includes('Заявка отправлена'), {
      what: 'the request was sent',
    });

    const request = await admin.waitFor(({ text }) => text.includes('Новая заявка'), { what: 'the request' });
    expect(request.text).toContain('Нина');
    await bot
      .person('superadmin')
      .waitFor(({ text }) => text.includes('Новая заявка'), { what: 'the request' });
    expect(operator.messages()).toEqual([]);

    await admin.tap('Одобрить');
    await admin.waitFor(({ text }) => text.includes('какая роль'), { what: 'the question for the role' });
    expect(admin.buttons().map(({ text }) => text)).toEqual([
      'Оператор',
      'Маркетолог',
      '⬅️ Назад',
      '🏠 Меню',
      '❓',
    ]);
    await admin.tap('Оператор');
    await admin.tap('Без кода');
    await admin.waitFor(({ text }) => text.includes('Доступ открыт.\n\nНина'), {
      what: 'the card of who was let in',
    });

    const welcome = await newcomer.waitFor(({ text }) => text.includes('Ваша роль: Оператор'), {
      what: 'the good news',
    });
    expect(welcome.text).toContain('Нина · Оператор');
    expect(newcomer.buttons().map(({ text }) => text)).toContain('❓ Помощь');
    expect(newcomer.buttons().map(({ text }) => text)).not.toContain('👥 Пользователи');
    const row = await bot.db.user.findUnique({ where: { telegramId: TELEGRAM.newcomer } });
    expect(row).toMatchObject({ role: 'operator', status: 'active' });
  });
});

test('two admins answer one request: the second reads that it is decided', async () => {
  bot = await startBot({ given: givenClinic });
  const newcomer = bot.person('newcomer');
  const [admin, otherAdmin] = [bot.person('admin'), bot.person('otherAdmin')];
  await newcomer.send('/start');
  await newcomer.tap('Запросить доступ');

  // The second admin has got as far as the role when the first one says no.
  await otherAdmin.tap('Одобрить');
  await otherAdmin.waitFor(({ text }) => text.includes('какая роль'), { what: 'the question for the role' });
  await admin.tap('Отклонить');
  await admin.waitFor(({ text }) => text.includes('Заявка отклонена'), { what: 'the answer' });
  await otherAdmin.tap('Маркетолог');
  await otherAdmin.waitFor(({ text }) => text.includes('Не выполнено: эта заявка уже решена'), {
    what: 'the refusal',
  });

  await newcomer.waitFor(({ text }) => text.includes('В доступе отказано'), { what: 'the bad news' });
  expect(await bot.db.user.findUnique({ where: { telegramId: TELEGRAM.newcomer } })).toMatchObject({
    role: null,
    status: 'rejected',
  });
});

test('a request that somebody else has decided changes on the other admins’ screens by itself', async () => {
  bot = await startBot({ given: givenClinic });
  const newcomer = bot.person('newcomer');
  const otherAdmin = bot.person('otherAdmin');
  await newcomer.send('/start');
  await newcomer.tap('Запросить доступ');
  await otherAdmin.waitFor(({ text }) => text.includes('Новая заявка'), { what: 'the request' });
  await bot.person('admin').tap('Отклонить');
  await otherAdmin.waitFor(({ text }) => text.includes('Доступ: отказано'), {
    what: 'the card as it is now',
  });
  expect(otherAdmin.buttons().map(({ text }) => text)).not.toContain('Одобрить');
});

test('who is in the configuration is in at once, and out when taken off it', async () => {
  bot = await startBot({ supremeDevs: ['owner'] });
  const owner = bot.person('owner');
  await owner.send('/start');
  await owner.waitFor(({ text }) => text.includes('Олег · Разработчик'), { what: 'the menu' });
  expect(owner.buttons().map(({ text }) => text)).toEqual(
    expect.arrayContaining(['👥 Пользователи', '🧾 Журнал', '❓ Помощь']),
  );
  await bot.stopGateway();
  await bot.db.user.update({ where: { telegramId: TELEGRAM.owner }, data: { telegramId: 9_999 } });
  await bot.startGateway();
  expect(await bot.db.user.findUnique({ where: { telegramId: 9_999 } })).toMatchObject({
    role: null,
    status: 'newcomer',
  });
});

test('a block closes old messages at once', async () => {
  bot = await startBot({ given: givenClinic });
  const operator = bot.person('operator');
  const admin = bot.person('admin');
  await operator.send('/start');
  await operator.waitFor(({ text }) => text.includes('Ольга · Оператор'), { what: 'the menu' });
  const menu = operator.lastMessage();

  await admin.send('/menu');
  await admin.tap('👥 Пользователи');
  await admin.tap(/^Операторы/);
  await admin.tap('Ольга');
  await admin.tap('Заблокировать');
  await admin.waitFor(({ text }) => text.includes('Доступ закрыт.'), { what: 'the block' });
  await operator.waitFor(({ text }) => text.includes('Ваш доступ закрыт'), { what: 'the news' });

  await operator.tap('❓ Помощь', { messageId: menu?.messageId ?? 0 });
  await until(
    () => operator.messages().find(({ messageId }) => messageId === menu?.messageId)?.buttons.length === 0,
    {
      what: 'the old menu without buttons',
    },
  );
});
