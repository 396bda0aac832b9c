import { address, Port, wholeNumber } from '@perezvon/service';
import { z } from 'zod';

/** Behind whatever speaks TLS; not Telegram's business. */
const DEFAULT_WEBHOOK_PORT = 8_443;
/** Two a second for long, with a burst besides: more than a thumb does, less than a script. */
const DEFAULT_PER_MINUTE = 120;
const MOST_PER_MINUTE = 1_000_000;

const isOnThisMachine = (url: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

/** How updates come, and how many of them one person may send. */
export const TransportVariables = {
  /** Where Telegram delivers updates; unset: the gateway polls, and there is one of it only. */
  TELEGRAM_WEBHOOK_URL: address(['https', 'http'])
    .refine(
      (url) => url.startsWith('https:') || isOnThisMachine(url),
      'expected an address that starts with https://: Telegram delivers to no other',
    )
    .optional(),
  /** What Telegram shows to prove itself. */
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'expected 1 to 256 letters, digits, _ and -: openssl rand -hex 32')
    .optional(),
  /** Where the webhook listens in clear text, on every interface. */
  TELEGRAM_WEBHOOK_PORT: Port.default(DEFAULT_WEBHOOK_PORT),
  /** Taps and messages of one person; what is above is refused with a word about it. */
  TELEGRAM_PERSON_PER_MINUTE: wholeNumber(1, MOST_PER_MINUTE).default(DEFAULT_PER_MINUTE),
};

type Transport = Pick<
  z.output<z.ZodObject<typeof TransportVariables>>,
  'TELEGRAM_WEBHOOK_URL' | 'TELEGRAM_WEBHOOK_SECRET'
>;

/** A webhook without a secret takes orders from anybody who finds its address. */
export const checkTransport = (
  { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret }: Transport,
  context: z.RefinementCtx,
): void => {
  if (url === undefined || secret !== undefined) return;
  context.addIssue({
    code: 'custom',
    path: ['TELEGRAM_WEBHOOK_SECRET'],
    message: 'is required with TELEGRAM_WEBHOOK_URL: openssl rand -hex 32',
  });
};
