import { loadPhoneHashKey, phoneKeysFrom } from '@perezvon/db';
import { z } from 'zod';
import { readOrCreateSecret } from './secrets.js';

const isKey = (key: string): boolean => {
  try {
    phoneKeysFrom({ encryption: key, hash: key });
    return true;
  } catch {
    return false;
  }
};

/** A key of the clients' phone numbers, as the environment gives it. */
export const PhoneKey = z.string().refine(isKey, 'expected 32 bytes in base64 (openssl rand -base64 32)');

/** The key that finds a client's calls, the same for every process of this installation; it shows no number. */
export const phoneHashKeyOf = (config: {
  PEREZVON_HOME: string;
  PHONE_HASH_KEY?: string | undefined;
}): Promise<Buffer> =>
  loadPhoneHashKey(config.PHONE_HASH_KEY, (name, options) =>
    readOrCreateSecret(config.PEREZVON_HOME, name, options),
  );
