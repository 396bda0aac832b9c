import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenCall, givenClinic, givenScore } from '@perezvon/db/testing';
import { afterEach, expect, test } from '@jest/globals';
import { startBot, type RunningBot } from './support/running-bot.js';

let bot: RunningBot | undefined;
let server: Server | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  server?.close();
  server = undefined;
});

/** A telephony that hands out one recording, and counts how often. */
const startTelephony = async () => {
  const asked: string[] = [];
  const telephony = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/expired.mp3') response.writeHead(410).end();
    else response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(Buffer.from('ID3 a recording'));
  });
  await new Promise<void>((resolve) => {
    telephony.listen(0, '127.0.0.1', resolve);
  });
  server = telephony;
  const address = telephony.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { asked, urlOf: (name: string) => `http://127.0.0.1:${port}/${name}` };
};

const openCard = async (running: RunningBot, historyId: number) => {
  const admin = running.person('admin');
  await admin.send(`#${historyId}`);
  await admin.waitFor(({ text }) => text.includes(`#${historyId}`) && !text.startsWith('#'), {
    what: 'the card',
  });
  return admin;
};

const startWithCall = async (recordingUrl: string, recordings?: string) => {
  let historyId = 0;
  const running = await startBot({
    ...(recordings !== undefined && { recordings }),
    given: async (db) => {
      await givenClinic(db);
      const call = await givenCall(db, { recordingUrl });
      await givenScore(db, call);
      historyId = call.historyId;
    },
  });
  bot = running;
  return { running, historyId };
};

test('a recording is fetched and uploaded once, then Telegram’s copy is sent; the way back is a new card', async () => {
  const { asked, urlOf } = await startTelephony();
  const { running, historyId } = await startWithCall(urlOf('rec.mp3'));
  const admin = await openCard(running, historyId);

  await admin.tap('🎧 Прослушать');
  const first = await admin.waitFor(({ attachment }) => attachment !== null, { what: 'the recording' });
  expect(first.attachment).toMatchObject({ kind: 'audio', fileName: 'rec.mp3', title: `#${historyId}` });
  await admin.tap('⬅️ Назад', { messageId: first.messageId });
  const card = await admin.waitFor(
    ({ messageId, buttons }) => messageId > first.messageId && buttons.length > 0,
    {
      what: 'the card below the recording',
    },
  );
  await admin.tap('🎧 Прослушать', { messageId: card.messageId });
  const second = await admin.waitFor(
    ({ messageId, attachment }) => messageId > card.messageId && attachment !== null,
    {
      what: 'the recording again',
    },
  );
  expect(second.attachment?.fileId).toBe(first.attachment?.fileId);
  expect(asked).toEqual(['/rec.mp3']);
});

test('a recording that the telephony no longer has is said so, with the way back', async () => {
  const { urlOf } = await startTelephony();
  const { running, historyId } = await startWithCall(urlOf('expired.mp3'));
  const admin = await openCard(running, historyId);
  await admin.tap('🎧 Прослушать');
  const answer = await admin.waitFor(({ text }) => text.includes('телефония его не отдала'), {
    what: 'the reason',
  });
  expect(answer.buttons.flat().map(({ text }) => text)).toEqual(
    expect.arrayContaining(['⬅️ Назад', '🏠 Меню', '❓']),
  );
});

test('a recording that the call names by file comes from the recordings’ folder, and from nowhere else', async () => {
  const root = await mkdtemp(join(tmpdir(), 'perezvon-recordings-'));
  const folder = join(root, 'recordings');
  await mkdir(folder);
  await writeFile(join(folder, 'rec.ogg'), 'a recording');
  await writeFile(join(root, 'secret.ogg'), 'a secret');

  const { running, historyId } = await startWithCall('rec.ogg', folder);
  const admin = await openCard(running, historyId);
  await admin.tap('🎧 Прослушать');
  const sent = await admin.waitFor(({ attachment }) => attachment !== null, { what: 'the recording' });
  expect(sent.attachment).toMatchObject({ kind: 'audio', fileName: 'rec.ogg' });

  const outside = await givenCall(running.db, { recordingUrl: '../secret.ogg' });
  await admin.send(`#${outside.historyId}`);
  await admin.waitFor(({ text }) => text.startsWith(`Звонок #${outside.historyId}`), {
    what: 'the other card',
  });
  await admin.tap('🎧 Прослушать');
  await admin.waitFor(({ text }) => text.includes('её адрес ведёт туда, куда боту нельзя'), {
    what: 'the refusal',
  });
  await rm(root, { recursive: true });
});
