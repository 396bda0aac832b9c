import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** The two secrets of the phone columns: one hides the number, the other finds the same client's calls. */
export interface PhoneKeys {
  encryption: Buffer;
  hash: Buffer;
}

/** A number as the database holds it. */
export interface SealedPhone {
  /** Version byte, nonce, ciphertext, authentication tag. */
  encrypted: Buffer;
  /** HMAC-SHA-256 of the normalised number: equal for equal numbers, useless without the key. */
  hash: Buffer;
  /** For the masked form shown to people. */
  last4: string;
}

const KEY_BYTES = 32;
const CIPHER = 'aes-256-gcm';
const FORMAT_VERSION = 1;
const VERSION_BYTES = 1;
/** What NIST SP 800-38D recommends for GCM. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LAST_DIGITS = 4;

const readKey = (name: string, base64: string): Buffer => {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== KEY_BYTES)
    throw new Error(
      `${name} must be ${KEY_BYTES} bytes in base64 (make one with: openssl rand -base64 ${KEY_BYTES})`,
    );
  return key;
};

/**
 * Reads the two keys from base64.
 * @throws an Error that names the setting whose key is not 32 bytes long
 */
export const phoneKeysFrom = (base64: { encryption: string; hash: string }): PhoneKeys => ({
  encryption: readKey('PHONE_ENCRYPTION_KEY', base64.encryption),
  hash: readKey('PHONE_HASH_KEY', base64.hash),
});

/** Where the keys are kept when the environment does not give them. */
const SECRETS = { encryption: 'phone-encryption-key', hash: 'phone-hash-key' } as const;

/**
 * The keys of this installation, the same for every process: those of the environment (PHONE_ENCRYPTION_KEY,
 * PHONE_HASH_KEY), else secrets made once and kept in PEREZVON_HOME.
 * @param readSecret `readOrCreateSecret` of `@perezvon/service` for the installation's home
 * @throws an Error that names the setting whose key is not 32 bytes long
 */
export const loadPhoneKeys = async (
  given: { encryption?: string | undefined; hash?: string | undefined },
  readSecret: (name: string, options: { bytes: number }) => Promise<string>,
): Promise<PhoneKeys> =>
  phoneKeysFrom({
    encryption: given.encryption ?? (await readSecret(SECRETS.encryption, { bytes: KEY_BYTES })),
    hash: given.hash ?? (await readSecret(SECRETS.hash, { bytes: KEY_BYTES })),
  });

/** As `loadPhoneKeys`, for a process that looks for clients and never reads a number. */
export const loadPhoneHashKey = async (
  given: string | undefined,
  readSecret: (name: string, options: { bytes: number }) => Promise<string>,
): Promise<Buffer> =>
  readKey('PHONE_HASH_KEY', given ?? (await readSecret(SECRETS.hash, { bytes: KEY_BYTES })));

/** An extension after the number: «доб. 12», `ext 12`, `,12`, `#12`. */
const EXTENSION = /(?:доб|внутр|ext|#|,|;).*$/iu;
const LETTER = /[\p{L}@]/u;
const NOT_A_DIGIT = /\D/gu;
const RUSSIAN_DIGITS = 10;
const RUSSIAN_DIGITS_WITH_TRUNK = 11;
/** E.164: at most 15 digits with the country code. */
const E164_MAX_DIGITS = 15;
/** `810…`: how a call abroad is dialled in Russia. */
const INTERNATIONAL_PREFIX = /^(?:810|00)(?=\d{10,})/u;

/**
 * One form for every way of writing a number: `+79161234567`. A number without a country is Russian.
 * @returns null for what is no number a client could be called back on (hidden, internal line, SIP name)
 */
export const normalisePhone = (written: string): string | null => {
  const number = written.replace(EXTENSION, '').trim();
  if (LETTER.test(number)) return null;
  const hasPlus = number.startsWith('+');
  const digits = number.replace(NOT_A_DIGIT, '');
  if (digits.length < RUSSIAN_DIGITS) return null;
  if (digits.length === RUSSIAN_DIGITS) return hasPlus ? `+${digits}` : `+7${digits}`;
  if (digits.length === RUSSIAN_DIGITS_WITH_TRUNK) {
    // «+8 916 …» is a common slip: no country code begins with 89, 83 or 87. +81, +82 and so on are countries.
    const isRussian =
      digits.startsWith('7') || (digits.startsWith('8') && (!hasPlus || /^8[379]/u.test(digits)));
    return isRussian ? `+7${digits.slice(1)}` : `+${digits}`;
  }
  const international = hasPlus ? digits : digits.replace(INTERNATIONAL_PREFIX, '');
  return international.length <= E164_MAX_DIGITS ? `+${international}` : null;
};

/** Finds the same client's other calls. `phone` is a normalised number. */
export const hashPhone = (phone: string, keys: Pick<PhoneKeys, 'hash'>): Buffer =>
  createHmac('sha256', keys.hash).update(phone).digest();

/** Hides a normalised number; each call gives other bytes. */
export const encryptPhone = (phone: string, keys: PhoneKeys): Buffer => {
  const version = Buffer.from([FORMAT_VERSION]);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keys.encryption, nonce).setAAD(version);
  return Buffer.concat([version, nonce, cipher.update(phone, 'utf8'), cipher.final(), cipher.getAuthTag()]);
};

/**
 * The number again, for a person whose role may see it.
 * @throws when the bytes were changed, or were encrypted with another key or by a newer version
 */
export const decryptPhone = (encrypted: Uint8Array, keys: PhoneKeys): string => {
  const bytes = Buffer.from(encrypted);
  const version = bytes.subarray(0, VERSION_BYTES);
  if (version[0] !== FORMAT_VERSION || bytes.length <= VERSION_BYTES + NONCE_BYTES + TAG_BYTES)
    throw new Error('this is no encrypted phone number that this version can read');
  const nonce = bytes.subarray(VERSION_BYTES, VERSION_BYTES + NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, keys.encryption, nonce, { authTagLength: TAG_BYTES })
    .setAAD(version)
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const ciphertext = bytes.subarray(VERSION_BYTES + NONCE_BYTES, -TAG_BYTES);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
};

/** Everything the database keeps of a normalised number. */
export const sealPhone = (phone: string, keys: PhoneKeys): SealedPhone => ({
  encrypted: encryptPhone(phone, keys),
  hash: hashPhone(phone, keys),
  last4: phone.slice(-LAST_DIGITS),
});
