import { UnrecoverableError } from 'bullmq';

/** A message nobody can process: it goes to the failed set at once, with this code. */
export class BadMessage extends UnrecoverableError {
  readonly code:
    | 'message.unreadable'
    | 'message.unknown_type'
    | 'message.unknown_version'
    | 'message.bad_payload';

  constructor(code: BadMessage['code'], detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'BadMessage';
    this.code = code;
  }
}
