import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  decryptPhone,
  encryptPhone,
  hashPhone,
  loadPhoneKeys,
  normalisePhone,
  phoneKeysFrom,
  sealPhone,
} from '../src/client-phone.js';

const newKeys = () =>
  phoneKeysFrom({
    encryption: randomBytes(32).toString('base64'),
    hash: randomBytes(32).toString('base64'),
  });

test.each([
  ['+7 (916) 123-45-67', '+79161234567'],
  ['8 916 123 45 67', '+79161234567'],
  ['89161234567', '+79161234567'],
  ['79161234567', '+79161234567'],
  ['916 123-45-67', '+79161234567'],
  ['+8 916 123 45 67', '+79161234567'],
  ['8 (495) 123-45-67 доб. 12', '+74951234567'],
  ['+7 495 123-45-67, 12', '+74951234567'],
  ['375 29 123-45-67', '+375291234567'],
  ['810375291234567', '+375291234567'],
  ['+81 3 1234 5678', '+81312345678'],
  ['+1 212 555 0100', '+12125550100'],
])('%s is written as %s', (written, normalised) => {
  expect(normalisePhone(written)).toBe(normalised);
});

test.each([
  '',
  'hidden',
  'anonymous',
  'скрыт',
  '103',
  '1001',
  'sip:1001@example.org',
  '+7 916',
  '1'.repeat(17),
])('«%s» is no number to call back on', (written) => {
  expect(normalisePhone(written)).toBeNull();
});

test('the same client is found however the number is written, and only with the key', () => {
  const keys = newKeys();
  const hashOf = (written: string, withKeys = keys) =>
    hashPhone(normalisePhone(written) ?? 'unusable', withKeys).toString('hex');
  expect(hashOf('8 (916) 123-45-67')).toBe(hashOf('+79161234567'));
  expect(hashOf('+79161234568')).not.toBe(hashOf('+79161234567'));
  expect(hashOf('+79161234567', newKeys())).not.toBe(hashOf('+79161234567'));
});

test('a number comes back from its encrypted form, which never repeats itself', () => {
  const keys = newKeys();
  fc.assert(
    fc.property(fc.stringMatching(/^\+\d{10,15}$/u), (phone) => {
      const encrypted = encryptPhone(phone, keys);
      expect(decryptPhone(encrypted, keys)).toBe(phone);
      expect(encryptPhone(phone, keys).equals(encrypted)).toBe(false);
      expect(encrypted.includes(phone)).toBe(false);
    }),
  );
});

test('a changed byte or another key is noticed', () => {
  const keys = newKeys();
  const encrypted = encryptPhone('+79161234567', keys);
  for (let at = 0; at < encrypted.length; at += 1) {
    const changed = Buffer.from(encrypted);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => decryptPhone(changed, keys)).toThrow();
  }
  expect(() => decryptPhone(encrypted, newKeys())).toThrow();
  expect(() => decryptPhone(encrypted.subarray(0, 10), keys)).toThrow('no encrypted phone number');
});

test('a sealed number shows its last four digits only', () => {
  const { encrypted, hash, last4 } = sealPhone('+79161234567', newKeys());
  expect(last4).toBe('4567');
  expect(encrypted).toHaveLength(1 + 12 + '+79161234567'.length + 16);
  expect(hash).toHaveLength(32);
});

test('a key of the wrong length is refused by its name', () => {
  const good = randomBytes(32).toString('base64');
  expect(() => phoneKeysFrom({ encryption: 'short', hash: good })).toThrow('PHONE_ENCRYPTION_KEY must be 32');
  expect(() => phoneKeysFrom({ encryption: good, hash: '' })).toThrow('PHONE_HASH_KEY must be 32');
});

test('keys that the environment does not give are the secrets of the installation', async () => {
  const kept = new Map<string, string>();
  const readSecret = async (name: string, { bytes }: { bytes: number }) => {
    const secret = kept.get(name) ?? randomBytes(bytes).toString('base64url');
    kept.set(name, secret);
    return secret;
  };
  const generated = await loadPhoneKeys({}, readSecret);
  expect(await loadPhoneKeys({}, readSecret)).toEqual(generated);
  expect(generated.encryption).not.toEqual(generated.hash);

  const given = randomBytes(32).toString('base64');
  const mixed = await loadPhoneKeys({ hash: given }, readSecret);
  expect(mixed.hash.toString('base64')).toBe(given);
  expect(mixed.encryption).toEqual(generated.encryption);
});
