import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { findConverter } from '../../src/recordings/ffmpeg.js';
import { formatOf } from '../../src/recordings/format.js';
import { makePlayable } from '../../src/recordings/playable.js';
import { failed } from '../../src/recordings/recording.js';

const convert = await findConverter('ffmpeg');
/** Reported as skipped only where there is none: `apt-get install ffmpeg` brings it. */
const testWithFfmpeg: typeof test.skip = convert === null ? test.skip : test;

const fetched = (content: Buffer, extension: string | null = null) => ({
  kind: 'fetched' as const,
  content,
  extension,
});

/** Two seconds of a tone, as a telephony would write it. */
const tone = (...format: string[]): Buffer => {
  const made = spawnSync('ffmpeg', [
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    'sine=frequency=440:duration=2',
    '-ac',
    '1',
    '-ar',
    '8000',
    ...format,
    'pipe:1',
  ]);
  if (made.status !== 0) throw new Error(made.stderr.toString());
  return made.stdout;
};

/** Seconds of sound that a decoder finds in it, and how loud it is at its loudest (0–1). */
const heard = (content: Buffer): { seconds: number; peak: number } => {
  const { stdout } = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-i', 'pipe:0', '-ar', '8000', '-f', 's16le', 'pipe:1'],
    {
      input: content,
      maxBuffer: 1_000_000,
    },
  );
  const samples = new Int16Array(stdout.buffer, stdout.byteOffset, stdout.length / 2);
  return { seconds: samples.length / 8_000, peak: Math.max(...samples.map(Math.abs)) / 32_768 };
};

describe('what a recording is', () => {
  test.each([
    ['an MP3 with tags', Buffer.from('ID3\x04\x00'), { kind: 'playable', extension: 'mp3' }],
    ['a bare MP3 of 8 kHz', Buffer.from([0xff, 0xe3, 0x18, 0xc4]), { kind: 'playable', extension: 'mp3' }],
    ['an M4A', Buffer.from('\0\0\0\x20ftypM4A '), { kind: 'playable', extension: 'm4a' }],
    ['a bare AAC', Buffer.from([0xff, 0xf1, 0x50, 0x80]), { kind: 'sound', extension: 'aac' }],
    ['a WAV', Buffer.from('RIFF\0\0\0\0WAVE'), { kind: 'sound', extension: 'wav' }],
    ['an AMR', Buffer.from('#!AMR\n'), { kind: 'sound', extension: 'amr' }],
    ['a page of the telephony', Buffer.from('\n<!doctype html>'), { kind: 'other' }],
    ['an error in JSON', Buffer.from('{"error":"expired"}'), { kind: 'other' }],
    ['nothing at all', Buffer.alloc(0), { kind: 'other' }],
    ['anything', Buffer.from([1, 2, 3, 4]), { kind: 'unknown' }],
  ])('%s', (_, content, format) => {
    // Its name says mp3 every time: it is not asked.
    expect(formatOf({ content, extension: 'mp3' })).toEqual(format);
  });

  test('a GSM has no header: there the name is asked', () => {
    expect(formatOf({ content: Buffer.from([0xd2, 1]), extension: 'gsm' })).toEqual({
      kind: 'sound',
      extension: 'gsm',
    });
  });
});

describe('without ffmpeg', () => {
  test('what phones play goes as it is, another sound as a file, what is none not at all', async () => {
    const mp3 = Buffer.from('ID3 a recording');
    expect(await makePlayable(fetched(mp3, 'wav'), null)).toEqual({
      kind: 'audio',
      content: mp3,
      extension: 'mp3',
    });
    const wav = Buffer.from('RIFF\0\0\0\0WAVE');
    expect(await makePlayable(fetched(wav), null)).toEqual({
      kind: 'document',
      content: wav,
      extension: 'wav',
    });
    expect(await makePlayable(fetched(Buffer.from('<html>')), null)).toEqual(failed('unplayable'));
    expect(await makePlayable(fetched(Buffer.from('what?')), null)).toEqual(failed('unplayable'));
  });

  test('a program that is not there, is something else, or is not wanted', async () => {
    expect(await findConverter('/nonexistent/ffmpeg')).toBeNull();
    expect(await findConverter('true')).toBeNull();
    expect(await findConverter('off')).toBeNull();
  });
});

describe('with ffmpeg', () => {
  testWithFfmpeg.each([
    ['wav', ['-c:a', 'adpcm_ms', '-f', 'wav']],
    ['ogg', ['-c:a', 'libopus', '-f', 'ogg']],
    ['gsm', ['-c:a', 'libgsm', '-f', 'gsm']],
    ['alaw', ['-f', 'alaw']],
  ])('a %s becomes an MP3 that sounds as long and as loud: %j (ffmpeg)', async (extension, format) => {
    const made = await makePlayable(fetched(tone(...format), extension), convert);
    if (made.kind !== 'audio') throw new Error(made.kind);
    expect(made.extension).toBe('mp3');
    expect(formatOf({ content: made.content, extension: null })).toEqual({
      kind: 'playable',
      extension: 'mp3',
    });
    const { seconds, peak } = heard(made.content);
    expect(Math.abs(seconds - 2)).toBeLessThan(0.2);
    expect(peak).toBeGreaterThan(0.05);
  });

  testWithFfmpeg('a WAV whose name says gsm is read as what it is (ffmpeg)', async () => {
    const made = await makePlayable(fetched(tone('-f', 'wav'), 'gsm'), convert);
    if (made.kind !== 'audio') throw new Error(made.kind);
    expect(Math.abs(heard(made.content).seconds - 2)).toBeLessThan(0.2);
  });

  testWithFfmpeg(
    'a broken recording, and one that only looks like sound, are said to be unplayable (ffmpeg)',
    async () => {
      for (const content of [
        tone('-f', 'wav').subarray(0, 20),
        Buffer.from('OggS and then nothing'),
        Buffer.alloc(5_000, 7),
      ])
        expect(await makePlayable(fetched(content), convert)).toEqual(failed('unplayable'));
    },
  );

  testWithFfmpeg('a playlist opens no file and no address (ffmpeg)', async () => {
    const playlist = '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n';
    expect(await makePlayable(fetched(Buffer.from(playlist), 'm3u8'), convert)).toEqual(failed('unplayable'));
    const concat = "ffconcat version 1.0\nfile '/etc/hostname'\n";
    expect(await makePlayable(fetched(Buffer.from(concat)), convert)).toEqual(failed('unplayable'));
  });

  testWithFfmpeg('nothing of the file’s tags travels on (ffmpeg)', async () => {
    const tagged = tone('-metadata', 'title=79161234567', '-f', 'wav');
    expect(tagged.includes('79161234567')).toBe(true);
    const made = await makePlayable(fetched(tagged), convert);
    expect(made.kind === 'audio' && !made.content.includes('79161234567')).toBe(true);
  });
});
