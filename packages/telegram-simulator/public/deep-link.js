/** What the Bot API lets stand after `start=`. */
const PAYLOAD = /^[\w-]{1,64}$/;

/** @param {URL} url */
const botNameIn = (url) => {
  if (url.protocol === 'tg:') return url.host === 'resolve' ? url.searchParams.get('domain') : null;
  return ['t.me', 'telegram.me'].includes(url.hostname) ? url.pathname.slice(1) : null;
};

/**
 * A link that opens the chat with this bot, as `t.me/<bot>?start=<payload>` does.
 * @param {string} address
 * @param {string} username the bot's, without the @
 * @returns {{ payload: string } | null} '' without a payload; null for any other link
 */
export const readDeepLink = (address, username) => {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (botNameIn(url)?.toLowerCase() !== username.toLowerCase()) return null;
  const payload = url.searchParams.get('start') ?? '';
  return { payload: PAYLOAD.test(payload) ? payload : '' };
};

/**
 * The chat that the page's own address names, `#1001` or `#1001?start=payload`: how a link is tried by hand.
 * @param {string} hash
 * @returns {{ chatId: number, payload: string }} not a number where there is none
 */
export const readHash = (hash) => {
  const [id = '', query = ''] = hash.slice(1).split('?');
  const payload = new URLSearchParams(query).get('start') ?? '';
  return { chatId: Number(id === '' ? NaN : id), payload: PAYLOAD.test(payload) ? payload : '' };
};
