import { z } from 'zod';
import { CALLBACK_LIFE_MS } from '../../state/callback-life.js';
import { badRequest } from '../api-error.js';
import { defineMethod } from '../define-method.js';
import { BoolParam, IntParam, JsonParam, TextParam } from '../params.js';

const DEFAULT_LIMIT = 100;
/** Bot API: a toast or an alert holds 0–200 characters. */
const MAX_CALLBACK_TEXT = 200;
export const getUpdates = defineMethod(
  z.object({
    offset: IntParam.optional(),
    limit: IntParam.optional(),
    timeout: IntParam.optional(),
    allowed_updates: JsonParam(z.array(z.string())).optional(),
  }),
  ({ offset, limit, timeout, allowed_updates: types }, { feed, store, signal }) => {
    // Left out, the last setting stays; an empty list means everything, as in Telegram.
    const wanted = types && (types.length > 0 ? types : null);
    if (wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(store.state.allowedUpdates)) {
      store.commit({ kind: 'allowed-updates-set', types: wanted });
    }
    return feed.poll({
      offset: offset ?? null,
      limit: limit ?? DEFAULT_LIMIT,
      timeoutS: Math.max(timeout ?? 0, 0),
      signal,
    });
  },
);

/** There is never a webhook to delete; pending updates are dropped when asked for. */
export const deleteWebhook = defineMethod(
  z.object({ drop_pending_updates: BoolParam.optional() }),
  ({ drop_pending_updates: drop }, { store }) => {
    if (drop && store.state.updates.length > 0) {
      store.commit({ kind: 'updates-confirmed', below: store.state.nextUpdateId });
    }
    return true;
  },
);

export const getWebhookInfo = defineMethod(z.object({}), (_params, { store }) => ({
  url: '',
  has_custom_certificate: false,
  pending_update_count: store.state.updates.length,
}));

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
