/** A log that keeps nothing. */
export const silentLog = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
