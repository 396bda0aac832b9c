import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userChanged } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenCall, givenClinic, givenScore, until } from '@perezvon/db/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { userChangedHandler } from '../src/events/user-changed.js';
import { findConverter } from '../src/recordings/ffmpeg.js';
import { MAX_RECORDING_BYTES } from '../src/recordings/recording.js';
import { openGateway } from '../src/start.js';
import { startBot, type RunningBot } from './support/running-bot.js';
import { serve } from './support/stand-in.js';

const MP3 = Buffer.from('ID3 a recording');
const WAV = Buffer.from('RIFF\0\0\0\0WAVE a sound that is not played');
const hasFfmpeg = (await findConverter('ffmpeg')) !== null;

let bot: RunningBot | undefined;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perezvon-recordings-'));
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await rm(folder, { recursive: true });
});

type Thumb = ReturnType<RunningBot['person']>;

/** A telephony that hands out one recording, and counts how often; `hold` keeps it waiting until it is let go. */
const startTelephony = async (content = MP3) => {
  const asked: string[] = [];
  let letGo = (): void => {};
  let held = Promise.resolve();
  const root = await serve((request, response) => {
    asked.push(request.url ?? '');
    void held.then(() => response.end(content));
  });
  const hold = (): void => {
    held = new Promise((resolve) => {
      letGo = resolve;
    });
  };
  return { asked, hold, letGo: () => letGo(), urlOf: (name: string) => `${root}/${name}` };
};

const startWithCall = async (recordingUrl: string, options: { ffmpeg?: string } = {}) => {
  let historyId = 0;
  const running = await startBot({
    ...options,
    recordings: folder,
    given: async (db: DbClient) => {
      await givenClinic(db);
      const call = await givenCall(db, { recordingUrl });
      await givenScore(db, call);
      historyId = call.historyId;
    },
  });
  bot = running;
  return { running, historyId };
};

const openCard = async (person: Thumb, historyId: number): Promise<number> => {
  const { messageId } = await person.send(`#${historyId}`);
  const card = await person.waitFor(
    (message) => message.messageId > messageId && message.buttons.length > 0,
    {
      what: 'the card',
    },
  );
  return card.messageId;
};

/** Opens the card anew and taps «🎧 Прослушать». @returns the message that came of it */
const listen = async (person: Thumb, historyId: number) => {
  const messageId = await openCard(person, historyId);
  await person.tap('🎧 Прослушать', { messageId });
  return person.waitFor(
    ({ messageId: id, attachment, text }) => id > messageId && (attachment !== null || text.includes('🔇')),
    { what: 'the recording, or why there is none' },
  );
};

/** What ingest does when the telephony sends the call again with other content. */
const revise = (db: DbClient, historyId: number, recordingUrl: string) =>
  db.call.update({ where: { historyId }, data: { recordingUrl, revision: { increment: 1 } } });

test('a recording is fetched and uploaded once, then Telegram’s copy is sent; the way back is a new card', async () => {
  const { asked, urlOf } = await startTelephony();
  const { running, historyId } = await startWithCall(urlOf('79161234567.mp3'));
  const admin = running.person('admin');
  const first = await listen(admin, historyId);
  // Named after the call: the telephony's own name holds the client's number.
  expect(first.attachment).toMatchObject({
    kind: 'audio',
    fileName: `${historyId}.mp3`,
    title: `#${historyId}`,
  });
  expect(first.text).toContain('0:04 обещание не выполнено');

  await admin.tap('⬅️ Назад', { messageId: first.messageId });
  await admin.waitFor(({ messageId }) => messageId > first.messageId, {
    what: 'the card below the recording',
  });
  const second = await listen(admin, historyId);
  expect(second.attachment?.fileId).toBe(first.attachment?.fileId);
  expect(asked).toEqual(['/79161234567.mp3']);
});

test('two people who tap at the same moment: one upload, both hear it', async () => {
  const telephony = await startTelephony();
  telephony.hold();
  const { running, historyId } = await startWithCall(telephony.urlOf('rec.mp3'));
  const people = [running.person('admin'), running.person('otherAdmin')] as const;
  const heard = Promise.all(people.map((person) => listen(person, historyId)));
  await until(() => telephony.asked.length > 0, { what: 'the telephony is asked' });
  telephony.letGo();
  const [one, other] = await heard;
  expect(other?.attachment?.fileId).toBe(one?.attachment?.fileId);
  expect(telephony.asked).toEqual(['/rec.mp3']);
});

test('a recording that is on its way while its person loses his role does not stay in his chat', async () => {
  const telephony = await startTelephony();
  telephony.hold();
  const { running, historyId } = await startWithCall(telephony.urlOf('rec.mp3'));
  const { db } = running;
  const admin = running.person('admin');
  await admin.tap('🎧 Прослушать', { messageId: await openCard(admin, historyId) });
  await until(() => telephony.asked.length > 0, { what: 'the telephony is asked' });

  const telegramId = BigInt(admin.id);
  const { id: userId } = await db.user.update({ where: { telegramId }, data: { role: 'marketing' } });
  const { deps, close } = await openGateway(running.harness.deps, running.options);
  const handler = userChangedHandler(deps);
  if (handler.kind !== 'effect') throw new Error('what is drawn is an effect');
  const handling = handler.handle({
    ...userChanged.of({ userId, change: 'role_set' }),
    id: 'role-taken',
    causedBy: null,
    actorId: null,
    origin: null,
    at: new Date().toISOString(),
  });
  await until(
    async () => {
      const [row] = await db.$queryRaw<{ gateways: number }[]>`
        SELECT count(*)::int AS gateways FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'perezvon-locks'`;
      return row?.gateways === 2;
    },
    { what: 'the other gateway waits for the chat' },
  );
  telephony.letGo();
  await handling;
  expect(await db.telegramFile.count({ where: { historyId, fileId: { not: null } } })).toBe(1);
  expect(admin.messages().filter(({ attachment }) => attachment !== null)).toEqual([]);
  await close();
});

describe('a call that the telephony sends again', () => {
  test('with another recording is heard anew', async () => {
    const { asked, urlOf } = await startTelephony();
    const { running, historyId } = await startWithCall(urlOf('a.mp3'));
    const admin = running.person('admin');
    const first = await listen(admin, historyId);
    await revise(running.db, historyId, urlOf('b.mp3'));
    const second = await listen(admin, historyId);
    expect(second.attachment?.fileId).not.toBe(first.attachment?.fileId);
    expect(asked).toEqual(['/a.mp3', '/b.mp3']);
  });

  test('is looked at again at the same place: other bytes are uploaded, the same ones are not', async () => {
    await writeFile(join(folder, 'rec.mp3'), MP3);
    const { running, historyId } = await startWithCall('rec.mp3');
    const admin = running.person('admin');
    const first = await listen(admin, historyId);
    await revise(running.db, historyId, 'rec.mp3');
    const same = await listen(admin, historyId);
    expect(same.attachment?.fileId).toBe(first.attachment?.fileId);

    await writeFile(join(folder, 'rec.mp3'), Buffer.concat([MP3, Buffer.from('and its end')]));
    await revise(running.db, historyId, 'rec.mp3');
    const longer = await listen(admin, historyId);
    expect(longer.attachment?.fileId).not.toBe(first.attachment?.fileId);

    // A transcript that comes later must not cost a recording whose term of storage is over.
    await rm(join(folder, 'rec.mp3'));
    await revise(running.db, historyId, 'rec.mp3');
    expect((await listen(admin, historyId)).attachment?.fileId).toBe(longer.attachment?.fileId);
  });
});

test('a copy that Telegram has forgotten is uploaded again; a claim of a process that died is taken over', async () => {
  await writeFile(join(folder, 'rec.mp3'), MP3);
  const { running, historyId } = await startWithCall('rec.mp3');
  const admin = running.person('admin');
  await listen(admin, historyId);
  await until(async () => (await running.db.telegramFile.count({ where: { claimedBy: null } })) === 1, {
    what: 'the first upload is over',
  });
  const now = new Date();
  await running.db.telegramFile.updateMany({
    data: { fileId: 'forgotten', claimedBy: 'b3c0f7a2-0000-4000-8000-000000000000', claimedUntil: now },
  });
  const again = await listen(admin, historyId);
  expect(again.attachment?.kind).toBe('audio');
  const kept = { fileId: again.attachment?.fileId ?? '', claimedBy: null, claimedUntil: null };
  await until(async () => (await running.db.telegramFile.count({ where: kept })) === 1, {
    what: 'the new copy is kept and the claim given back',
  });
});

const UNAVAILABLE: Record<string, string> = {
  'http://127.0.0.1:1/away.mp3': 'хранилище записей сейчас не отвечает',
  's3://clinic-calls/1.mp3': 'хранилище не пускает бота',
  'none.mp3': 'файла нет или его не отдали',
  '../secret.mp3': 'её адрес ведёт туда, куда боту нельзя',
  'page.mp3': 'файл повреждён, или это не звук',
  'big.wav': 'она больше 50 МБ',
};

test('a recording that cannot be had is said so, with the way back, and is asked for anew the next time', async () => {
  await writeFile(join(folder, 'page.mp3'), '<html>Срок хранения вышел</html>');
  await writeFile(join(folder, 'big.wav'), WAV);
  await truncate(join(folder, 'big.wav'), MAX_RECORDING_BYTES + 1);
  const { running, historyId } = await startWithCall('none.mp3');
  const admin = running.person('admin');
  for (const [location, words] of Object.entries(UNAVAILABLE)) {
    await revise(running.db, historyId, location);
    const answer = await listen(admin, historyId);
    expect(answer.text).toContain(words);
    expect(answer.attachment).toBeNull();
    const labels = answer.buttons.flat().map(({ text }) => text);
    expect(labels).toEqual(expect.arrayContaining(['📝 Расшифровка', '⬅️ Назад', '🏠 Меню']));
  }
  await until(async () => (await running.db.telegramFile.count()) === 0, {
    what: 'the claims are given back',
  });
});

test('without ffmpeg a WAV comes as a file that says so, the second time from Telegram’s copy', async () => {
  await mkdir(join(folder, '2026'));
  await writeFile(join(folder, '2026', 'rec.wav'), WAV);
  const { running, historyId } = await startWithCall('2026/rec.wav');
  const admin = running.person('admin');
  const first = await listen(admin, historyId);
  expect(first.attachment).toMatchObject({ kind: 'document', fileName: `${historyId}.wav` });
  expect(first.text).toContain('📎 В чате такой формат не играет');
  await rm(join(folder, '2026', 'rec.wav'));
  const second = await listen(admin, historyId);
  expect(second.attachment?.fileId).toBe(first.attachment?.fileId);
  expect(second.text).toBe(first.text);
});

(hasFfmpeg ? test : test.skip)('with ffmpeg a WAV is played in the chat', async () => {
  const tone = ['-v', 'error', '-f', 'lavfi', '-i', 'sine=duration=1', '-f', 'wav', join(folder, 'rec.wav')];
  spawnSync('ffmpeg', tone);
  const { running, historyId } = await startWithCall('rec.wav', { ffmpeg: 'ffmpeg' });
  const played = await listen(running.person('admin'), historyId);
  expect(played.attachment).toMatchObject({ kind: 'audio', fileName: `${historyId}.mp3` });
});

test('a call with more evidence than a caption holds is still heard: 1024 characters, the heaviest places', async () => {
  await writeFile(join(folder, 'rec.wav'), WAV);
  const { running, historyId } = await startWithCall('rec.wav');
  const evidence = Array.from({ length: 60 }, (_, index) => ({
    metric: 'complaint_risk_flag',
    turn: 1,
    t: index * 10,
    quote: 'обещали перезвонить',
    rule: 'complaint.broken_promise',
    weight: index,
  }));
  await running.db.callScore.updateMany({ data: { evidence } });
  const heard = await listen(running.person('admin'), historyId);
  expect(heard.text.length).toBeLessThanOrEqual(1024);
  expect(heard.text).toContain('9:50 обещание не выполнено');
  expect(heard.text).toContain('📎');
});
