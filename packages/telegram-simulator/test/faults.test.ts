import { expect, test } from '@jest/globals';
import { HttpError } from 'grammy';
import { ANNA, botOf, givenSimulator, refusalOf } from './support.js';

test('the next calls get 429 with a pause, then things are well again', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  simulator.faults.tooManyRequests('sendMessage', { times: 2, retryAfterS: 3 });

  expect(await refusalOf(api.sendMessage(ANNA.id, 'раз'))).toEqual({
    code: 429,
    description: 'Too Many Requests: retry after 3',
  });
  await expect(api.sendMessage(ANNA.id, 'два')).rejects.toMatchObject({ parameters: { retry_after: 3 } });
  await api.sendMessage(ANNA.id, 'три');

  expect(
    simulator
      .person(ANNA.id)
      .messages()
      .map(({ text }) => text),
  ).toEqual(['три']);
});

test('a server error hits only the method it was asked for', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  simulator.faults.serverError('editMessageText');

  expect(await api.getMe()).toMatchObject({ is_bot: true });
  expect((await refusalOf(api.editMessageText(ANNA.id, 1, 'x'))).code).toBe(500);
  simulator.faults.serverError('*');
  simulator.faults.clear();
  expect(await api.getMe()).toMatchObject({ is_bot: true });
});

test('a broken connection loses the call, or only its answer', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);

  simulator.faults.dropConnection('sendMessage');
  await expect(api.sendMessage(ANNA.id, 'потеряно')).rejects.toBeInstanceOf(HttpError);
  simulator.faults.dropConnection('sendMessage', { carriedOut: true });
  await expect(api.sendMessage(ANNA.id, 'дошло')).rejects.toBeInstanceOf(HttpError);

  expect(
    simulator
      .person(ANNA.id)
      .messages()
      .map(({ text }) => text),
  ).toEqual(['дошло']);
});
