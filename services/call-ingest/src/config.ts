import { loadPhoneKeys, type PhoneKeys } from '@perezvon/db';
import { PhoneKey, Port, readOrCreateSecret, ServiceEnvironment, wholeNumber } from '@perezvon/service';
import { z } from 'zod';

const DEFAULT_PORT = 8_080;
/** About 4,000 calls with their transcripts. */
const DEFAULT_MAX_BODY_BYTES = 10 * 1024 * 1024;
const HIGHEST_MAX_BODY_BYTES = 1024 ** 4;
const TOKEN_BYTES = 32;
const TOKEN_SECRET = 'ingest-token';

/** Whoever writes calls reads these: the service and the import command. */
export const StorageEnvironment = ServiceEnvironment.extend({
  /** Hides the clients' phone numbers; unset: generated, kept in PEREZVON_HOME. */
  PHONE_ENCRYPTION_KEY: PhoneKey.optional(),
  /** Finds the same client's other calls; unset: generated, kept in PEREZVON_HOME. */
  PHONE_HASH_KEY: PhoneKey.optional(),
});
export type StorageConfig = z.output<typeof StorageEnvironment>;

export const CallIngestEnvironment = StorageEnvironment.extend({
  INGEST_PORT: Port.default(DEFAULT_PORT),
  /** What a sender must know; unset: generated, kept in PEREZVON_HOME. */
  INGEST_TOKEN: z.string().regex(/^\S+$/u, 'expected text without spaces').optional(),
  /** A larger body is refused with 413. */
  INGEST_MAX_BODY_BYTES: wholeNumber(1, HIGHEST_MAX_BODY_BYTES).default(DEFAULT_MAX_BODY_BYTES),
});
export type CallIngestConfig = z.output<typeof CallIngestEnvironment>;

/** The token of the environment, or the one that this installation made for itself. */
export const ingestToken = async ({ INGEST_TOKEN, PEREZVON_HOME }: CallIngestConfig): Promise<string> =>
  INGEST_TOKEN ?? readOrCreateSecret(PEREZVON_HOME, TOKEN_SECRET, { bytes: TOKEN_BYTES });

/** The keys of the phone columns, the same for every process of this installation. */
export const phoneKeysOf = (config: StorageConfig): Promise<PhoneKeys> =>
  loadPhoneKeys({ encryption: config.PHONE_ENCRYPTION_KEY, hash: config.PHONE_HASH_KEY }, (name, options) =>
    readOrCreateSecret(config.PEREZVON_HOME, name, options),
  );
