/** Trouble with the database that a person has to mend; the message is one line, without secrets. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    readonly code:
      | 'database.unreachable'
      | 'database.embedded_unsupported'
      | 'database.embedded_failed'
      | 'database.migration_changed'
      | 'database.migration_failed',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
