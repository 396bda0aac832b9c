/** Telegram shows an action for this long unless it is sent again, ms. */
const ACTION_MS = 5_000;

const ACTION_WORDS = new Map([
  ['typing', 'печатает…'],
  ['upload_photo', 'отправляет фото…'],
  ['upload_document', 'отправляет файл…'],
  ['record_voice', 'записывает голосовое…'],
  ['upload_voice', 'отправляет аудио…'],
]);

/**
 * The line under the chat's name: who is here, or what the bot is doing.
 * @param {HTMLElement} line
 */
export const createChatStatus = (line) => {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let quiet = 'бот';

  const rest = () => {
    clearTimeout(timer);
    line.textContent = quiet;
    line.classList.remove('is-acting');
  };

  return {
    rest,
    /** @param {string} words what stands there while nothing happens */
    setQuiet: (words) => {
      quiet = words;
      if (!line.classList.contains('is-acting')) rest();
    },
    /** @param {string} action */
    act: (action) => {
      clearTimeout(timer);
      line.textContent = ACTION_WORDS.get(action) ?? 'отправляет…';
      line.classList.add('is-acting');
      timer = setTimeout(rest, ACTION_MS);
    },
  };
};
