/** Whether this is the system's error with the code (`ENOENT`, `EADDRINUSE`); works across realms, unlike `instanceof`. */
export const hasErrorCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** The HTTP status Fastify gave an error; 500 for one that has none. */
export const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
