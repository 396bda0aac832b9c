/**
 * How long a tap waits for its answer, ms. Telegram does not publish its number; bots meet «query is too old»
 * within a minute.
 */
export const CALLBACK_LIFE_MS = 30_000;
