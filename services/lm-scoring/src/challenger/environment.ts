import { wholeNumber } from '@perezvon/service';
import { z } from 'zod';

const DEFAULT_TIMEOUT_S = 60;
const MAX_TIMEOUT_S = 600;
const DEFAULT_DAILY_CALLS = 200;
const MAX_DAILY_CALLS = 1_000_000;
const DEFAULT_DAILY_TOKENS = 2_000_000;
/** One short call with its prompt and answer; less would never send anything. */
const MIN_DAILY_TOKENS = 50_000;
const MAX_DAILY_TOKENS = 2_000_000_000;
const DEFAULT_CONCURRENCY = 2;
const MAX_CONCURRENCY = 16;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

const isSafeAddress = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  // A key in the address would end up in logs and errors of whoever prints it.
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
};

/** An https address, or http on this machine: transcripts never cross a network in the clear. */
const ModelAddress = z
  .string()
  .refine(
    isSafeAddress,
    'expected an address that starts with https:// (http:// on this machine only), without a key in it',
  )
  .transform((value) => value.replace(/\/+$/, ''));

/** The variables of the language model; all optional, off by default. */
export const ChallengerVariables = {
  /** An OpenAI-compatible server, such as `https://api.example.com/v1`. Unset: no language model. */
  LM_LLM_BASE_URL: ModelAddress.optional(),
  LM_LLM_MODEL: z
    .string()
    .regex(/^[\w./:@+-]{1,200}$/, 'expected the name of a model as the server knows it')
    .optional(),
  /** Sent as a bearer token; unset: none is sent. */
  LM_LLM_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'expected a key without spaces')
    .optional(),
  LM_LLM_TIMEOUT_S: wholeNumber(1, MAX_TIMEOUT_S).default(DEFAULT_TIMEOUT_S),
  /** Requests a clinic day, at most. */
  LM_LLM_DAILY_CALLS: wholeNumber(1, MAX_DAILY_CALLS).default(DEFAULT_DAILY_CALLS),
  /** Tokens of questions and answers a clinic day, at most. */
  LM_LLM_DAILY_TOKENS: wholeNumber(MIN_DAILY_TOKENS, MAX_DAILY_TOKENS).default(DEFAULT_DAILY_TOKENS),
  /** Requests at the same time, over all processes. */
  LM_LLM_CONCURRENCY: wholeNumber(1, MAX_CONCURRENCY).default(DEFAULT_CONCURRENCY),
};
const Variables = z.object(ChallengerVariables);
export type ChallengerVariables = z.output<typeof Variables>;

/** An address without a model, or a model without an address, is a mistake and no choice. */
export const checkChallenger = (
  { LM_LLM_BASE_URL: address, LM_LLM_MODEL: model, LM_LLM_API_KEY: key }: ChallengerVariables,
  context: z.core.$RefinementCtx,
): void => {
  const isWanted = address !== undefined || model !== undefined || key !== undefined;
  const missing = address === undefined ? 'LM_LLM_BASE_URL' : model === undefined ? 'LM_LLM_MODEL' : null;
  if (!isWanted || missing === null) return;
  context.addIssue({
    code: 'custom',
    path: [missing],
    message: 'is required with the other LM_LLM_ variables and not set',
    input: undefined,
  });
};

/** What is read by whoever needs nothing but the model. */
export const ChallengerEnvironment = Variables.superRefine(checkChallenger);

/** The model and what may be spent on it. */
export interface ChallengerSettings {
  readonly baseUrl: string;
  readonly model: string;
  /** null: the server needs none. Never logged. */
  readonly apiKey: string | null;
  readonly timeoutMs: number;
  readonly dailyCalls: number;
  readonly dailyTokens: number;
  readonly concurrency: number;
}

const MS_PER_S = 1_000;

/** @returns null: no language model is configured */
export const challengerSettings = (env: ChallengerVariables): ChallengerSettings | null => {
  const { LM_LLM_BASE_URL: baseUrl, LM_LLM_MODEL: model } = env;
  if (baseUrl === undefined || model === undefined) return null;
  return {
    baseUrl,
    model,
    apiKey: env.LM_LLM_API_KEY ?? null,
    timeoutMs: env.LM_LLM_TIMEOUT_S * MS_PER_S,
    dailyCalls: env.LM_LLM_DAILY_CALLS,
    dailyTokens: env.LM_LLM_DAILY_TOKENS,
    concurrency: env.LM_LLM_CONCURRENCY,
  };
};
