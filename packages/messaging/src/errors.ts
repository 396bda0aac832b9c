import { UnrecoverableError } from 'bullmq';

const BAD_MESSAGE_CODES = [
  'message.unreadable',
  'message.unknown_type',
  'message.unknown_version',
  'message.bad_payload',
] as const;
export type BadMessageCode = (typeof BAD_MESSAGE_CODES)[number];

/** A message nobody can process: it goes to the failed set at once, with this code. */
export class BadMessage extends UnrecoverableError {
  override readonly name = 'BadMessage';

  constructor(
    readonly code: BadMessageCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** Every attempt ended with trouble outside the message itself. */
const ATTEMPTS_EXHAUSTED = 'action.attempts_exhausted';
export type FailureCode = BadMessageCode | typeof ATTEMPTS_EXHAUSTED;

/** Why a job was given up, by the reason that the queue keeps of it. */
export const failureCodeOf = (failedReason: string | undefined): FailureCode =>
  BAD_MESSAGE_CODES.find((code) => failedReason?.startsWith(`${code}: `)) ?? ATTEMPTS_EXHAUSTED;
