/** As long as the simulator waits for an answer, ms. */
const WAIT_MS = 30_000;

/**
 * Buttons that were tapped and not answered yet.
 * @param {(messageId: number) => void} onChange a button of this message began or ended to wait
 */
export const createPendingTaps = (onChange) => {
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  const waiting = new Map();
  /** @param {number} messageId @param {string} callbackData */
  const keyOf = (messageId, callbackData) => `${messageId}:${callbackData}`;

  /** @param {number} messageId @param {string} callbackData */
  const end = (messageId, callbackData) => {
    const key = keyOf(messageId, callbackData);
    clearTimeout(waiting.get(key));
    if (waiting.delete(key)) onChange(messageId);
  };

  return {
    /** @param {number} messageId @param {string} callbackData */
    has: (messageId, callbackData) => waiting.has(keyOf(messageId, callbackData)),
    /** @param {number} messageId @param {string} callbackData */
    begin: (messageId, callbackData) => {
      end(messageId, callbackData);
      waiting.set(
        keyOf(messageId, callbackData),
        setTimeout(() => end(messageId, callbackData), WAIT_MS),
      );
      onChange(messageId);
    },
    end,
    clear: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
};
