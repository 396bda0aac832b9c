import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { createLogger, maskText, serializeError } from '../src/index.js';

const TOKEN = '123456789:AAFakeTokenFakeTokenFakeTokenFakeTok';

const logged = (write: (log: ReturnType<typeof createLogger>) => void): string => {
  const lines: string[] = [];
  write(
    createLogger({
      service: 'assignment',
      level: 'info',
      destination: { write: (line) => void lines.push(line) },
    }),
  );
  return lines.join('');
};

test('a line is JSON with level, UTC time, service, ids and a short text', () => {
  const line: unknown = JSON.parse(
    logged((log) => log.info({ intentId: 'tg-1', attempt: 2 }, 'intent done')),
  );

  expect(line).toMatchObject({
    level: 'info',
    service: 'assignment',
    intentId: 'tg-1',
    attempt: 2,
    msg: 'intent done',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  });
});

test('lines under the level are not written', () => {
  expect(logged((log) => log.debug({}, 'detail'))).toBe('');
});

test("Telegram's token is masked in the address of a failed request, however deep it stands", () => {
  const cause = new Error(`request to https://api.telegram.org/bot${TOKEN}/sendMessage failed`);
  const line = logged((log) => log.error({ err: new Error('message not sent', { cause }) }, 'failed'));

  expect(line).not.toContain('AAFakeToken');
  expect(line).toContain('message not sent');
  expect(line).toContain('/sendMessage failed');
});

test('personal data and secrets under their usual names are hidden', () => {
  const line = logged((log) =>
    log.info(
      {
        phone: '89161234567',
        token: 'abcdef',
        call: { transcript: 'алло', client_phone: '123' },
        historyId: 7,
      },
      'call stored',
    ),
  );

  for (const leak of ['89161234567', 'abcdef', 'алло', '"123"']) expect(line).not.toContain(leak);
  expect(line).toContain('"historyId":7');
});

test.each([
  ['postgresql://perezvon:hunter2@db:5432/clinic', 'hunter2'],
  ['redis://:hunter2@cache:6379', 'hunter2'],
  ['Authorization: Bearer abc.def-123', 'abc.def-123'],
  ['called +7 (916) 123-45-67 twice', '123-45-67'],
  ['called +79161234567', '9161234567'],
  [`token ${TOKEN} refused`, 'AAFakeToken'],
])('%s is masked', (text, leak) => {
  expect(maskText(text)).not.toContain(leak);
});

test('what is no secret stays readable', () => {
  const text = 'intent tg-1001 of user 17 at 2026-11-24T09:00:00.000Z on postgresql://db:5432/clinic';
  expect(maskText(text)).toBe(text);
});

test('no token survives, whatever stands around it', () => {
  const around = fc.string().filter((text) => !/\w$/.test(text));
  fc.assert(
    fc.property(around, fc.string(), (before, after) => {
      expect(maskText(`${before}bot${TOKEN}/${after}`)).not.toContain('AAFakeToken');
    }),
  );
});

test('of an error the log keeps type, message, code, frames and causes, and nothing that libraries hang on it', () => {
  const error = Object.assign(new TypeError('broken'), {
    code: 'E_BROKEN',
    detail: 'Key (phone)=(+79161234567)',
  });

  expect(serializeError(error)).toEqual({
    type: 'TypeError',
    message: 'broken',
    code: 'E_BROKEN',
    stack: expect.stringMatching(/^\s+at /),
  });
});

test("Prisma's dump of a refused row is not written", () => {
  const error = new Error(
    '\nInvalid `db.call.create()` invocation:\n\n{ operator: "Иванова" }\n\nArgument `callDate` is missing.',
  );
  error.name = 'PrismaClientValidationError';

  const { message } = serializeError(error);

  expect(message).toBe('Argument `callDate` is missing.');
});

test('something thrown that is no error does not break the log', () => {
  expect(serializeError('алло').message).not.toContain('алло');
});
