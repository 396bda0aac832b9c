import { request } from 'node:http';
import { expect, test } from '@jest/globals';
import { InputFile } from 'grammy';
import { ANNA, botOf, givenSimulator, postAsPage } from './support.js';

/** fetch does not let a test choose the Host header. */
const statusWithHost = (apiRoot: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const call = request(`${apiRoot}/chat/people`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on('error', reject);
    call.end();
  });

test('only the loopback names are served, so a foreign page cannot rebind its name to the simulator', async () => {
  const { apiRoot } = await givenSimulator();

  expect(await statusWithHost(apiRoot, 'localhost:8082')).toBe(200);
  expect(await statusWithHost(apiRoot, '[::1]:8082')).toBe(200);
  expect(await statusWithHost(apiRoot, 'evil.example:8082')).toBe(403);
  expect(await statusWithHost(apiRoot, '127.0.0.1.evil.example')).toBe(403);
});

test('a page of another origin can neither write as a person nor call the bot’s methods', async () => {
  const simulator = await givenSimulator();
  const { apiRoot } = simulator;
  const headers = { 'content-type': 'application/json', origin: 'http://evil.example' };
  const body = JSON.stringify({ personId: ANNA.id, text: 'чужое', chat_id: ANNA.id });

  const answers = [
    await fetch(`${apiRoot}/chat/chats/${ANNA.id}/messages`, { method: 'POST', headers, body }),
    await fetch(`${apiRoot}/chat/chats/${ANNA.id}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }),
    await fetch(`${apiRoot}/bot${simulator.token}/sendMessage`, { method: 'POST', headers, body }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(simulator.person(ANNA.id).messages()).toEqual([]);
});

test('the page runs its own scripts only', async () => {
  const { chatUrl } = await givenSimulator();

  const page = await fetch(chatUrl);

  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await page.text()).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/);
});

test('files are served in parts for the player; what could run as a page is only downloaded', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  const audio = await api.sendAudio(ANNA.id, new InputFile(Buffer.from('0123456789'), 'звонок.mp3'));
  const html = await api.sendDocument(ANNA.id, new InputFile(Buffer.from('<script>1</script>'), 'x.html'));
  const fileUrl = (id: string) => `${simulator.apiRoot}/chat/files/${id}`;

  const part = await fetch(fileUrl(audio.audio.file_id), { headers: { range: 'bytes=2-4' } });
  const tail = await fetch(fileUrl(audio.audio.file_id), { headers: { range: 'bytes=-3' } });
  const beyond = await fetch(fileUrl(audio.audio.file_id), { headers: { range: 'bytes=10-' } });
  const document = await fetch(fileUrl(html.document.file_id));

  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    'bytes 2-4/10',
    '234',
  ]);
  expect(await tail.text()).toBe('789');
  expect(beyond.status).toBe(416);
  expect(document.headers.get('content-type')).toBe('application/octet-stream');
  expect(document.headers.get('content-disposition')).toContain('attachment');
  expect((await fetch(fileUrl('..%2f..%2fpackage.json'))).status).toBe(404);
});

test('a new person can be added, writes first, and cannot send nothing', async () => {
  const simulator = await givenSimulator();
  const added = await postAsPage(simulator.apiRoot, '/chat/people', { firstName: 'Глеб' });
  expect(added).toEqual({ id: 900_000_001 });

  await postAsPage(simulator.apiRoot, '/chat/chats/900000001/messages', {
    personId: 900_000_001,
    text: '/start',
  });

  const [update] = await botOf(simulator).api.getUpdates();
  expect(update?.message?.from).toMatchObject({ id: 900_000_001, first_name: 'Глеб' });
  const empty = postAsPage(simulator.apiRoot, '/chat/chats/900000001/messages', {
    personId: 900_000_001,
    text: '  ',
  });
  await expect(empty).rejects.toThrow(/400/);
  await expect(
    postAsPage(simulator.apiRoot, '/chat/chats/7/messages', { personId: 7, text: 'x' }),
  ).rejects.toThrow(/404/);
});
