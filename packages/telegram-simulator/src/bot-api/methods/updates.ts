import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { CALLBACK_LIFE_MS } from '../../state/callback-life.js';
import { badRequest } from '../api-error.js';
import { type CallContext, defineMethod } from '../define-method.js';
import { BoolParam, IntParam, JsonParam, TextParam } from '../params.js';

const DEFAULT_LIMIT = 100;
/** Bot API: deliveries at once, 1–100. */
const DEFAULT_CONNECTIONS = 40;
const MAX_CONNECTIONS = 100;
const SECRET_TOKEN = /^[\w-]{1,256}$/;
const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** Bot API: a toast or an alert holds 0–200 characters. */
const MAX_CALLBACK_TEXT = 200;
/** Left out, the last setting stays; an empty list means everything, as in Telegram. */
const setAllowedUpdates = (types: string[] | undefined, { store }: Pick<CallContext, 'store'>): void => {
  const wanted = types && (types.length > 0 ? types : null);
  if (wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(store.state.allowedUpdates)) {
    store.commit({ kind: 'allowed-updates-set', types: wanted });
  }
};

const dropPending = (isWanted: boolean | undefined, { store }: Pick<CallContext, 'store'>): void => {
  if (!isWanted || store.state.updates.length === 0) return;
  store.commit({ kind: 'updates-confirmed', below: store.state.nextUpdateId });
};

const AllowedUpdates = JsonParam(z.array(z.string())).optional();

export const getUpdates = defineMethod(
  z.object({
    offset: IntParam.optional(),
    limit: IntParam.optional(),
    timeout: IntParam.optional(),
    allowed_updates: AllowedUpdates,
  }),
  ({ offset, limit, timeout, allowed_updates: types }, context) => {
    setAllowedUpdates(types, context);
    return context.feed.poll({
      offset: offset ?? null,
      limit: limit ?? DEFAULT_LIMIT,
      timeoutS: Math.max(timeout ?? 0, 0),
      signal: context.signal,
    });
  },
);

/** Telegram demands https and a public address; the simulator delivers to this machine only, in the clear. */
const checkAddress = (url: string): void => {
  if (!URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified');
  const { protocol, hostname } = new URL(url);
  if (!['http:', 'https:'].includes(protocol)) throw badRequest('bad webhook: unsupported protocol');
  if (!LOOPBACK_HOSTS.has(hostname))
    throw badRequest('bad webhook: the simulator delivers to this machine only');
};

export const setWebhook = defineMethod(
  z.object({
    url: TextParam.optional(),
    secret_token: TextParam.optional(),
    max_connections: IntParam.optional(),
    allowed_updates: AllowedUpdates,
    drop_pending_updates: BoolParam.optional(),
  }),
  (params, context) => {
    const {
      url = '',
      secret_token: secretToken,
      max_connections: connections = DEFAULT_CONNECTIONS,
    } = params;
    if (url !== '') checkAddress(url);
    if (secretToken !== undefined && !SECRET_TOKEN.test(secretToken))
      throw badRequest('secret token contains unallowed characters');
    if (connections < 1 || connections > MAX_CONNECTIONS)
      throw badRequest('bad webhook: wrong max_connections specified');
    setAllowedUpdates(params.allowed_updates, context);
    dropPending(params.drop_pending_updates, context);
    const webhook =
      url === '' ? null : { url, secretToken: secretToken ?? null, maxConnections: connections };
    // Set already: deliveries under way go on.
    if (!isDeepStrictEqual(webhook, context.store.state.webhook))
      context.store.commit({ kind: 'webhook-set', webhook });
    return true;
  },
);

export const deleteWebhook = defineMethod(
  z.object({ drop_pending_updates: BoolParam.optional() }),
  ({ drop_pending_updates: drop }, context) => {
    dropPending(drop, context);
    if (context.store.state.webhook) context.store.commit({ kind: 'webhook-set', webhook: null });
    return true;
  },
);

export const getWebhookInfo = defineMethod(z.object({}), (_params, { store, delivery }) => {
  const { webhook, updates, allowedUpdates } = store.state;
  const trouble = delivery.lastTrouble();
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.length,
    ...(webhook && { max_connections: webhook.maxConnections }),
    ...(allowedUpdates && { allowed_updates: allowedUpdates }),
    ...(trouble && { last_error_date: trouble.date, last_error_message: trouble.message }),
  };
});

export const answerCallbackQuery = defineMethod(
  z.object({
    callback_query_id: TextParam.optional(),
    text: TextParam.optional(),
    show_alert: BoolParam.optional(),
  }),
  ({ callback_query_id: id, text, show_alert: showAlert }, { store, now }) => {
    const callback = store.state.callbacks.get(id ?? '');
    if (!callback || now().getTime() - callback.askedAtMs > CALLBACK_LIFE_MS) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    if (text !== undefined && text.length > MAX_CALLBACK_TEXT) throw badRequest('MESSAGE_TOO_LONG');
    // The app stopped waiting at the first answer; a second one is taken and shows nothing.
    if (callback.answered) return true;
    store.commit({
      kind: 'callback-answered',
      personId: callback.personId,
      chatId: callback.chatId,
      callbackId: callback.id,
      answer: text === undefined || text === '' ? null : { text, showAlert: showAlert ?? false },
    });
    return true;
  },
);
