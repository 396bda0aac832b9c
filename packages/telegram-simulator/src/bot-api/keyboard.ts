import { z } from 'zod';
import type { MessageButton } from '../state/model.js';
import { badRequest } from './api-error.js';
import { JsonParam } from './params.js';

/** Bot API: `callback_data` holds 1–64 bytes. */
const MAX_CALLBACK_DATA_BYTES = 64;
/** More buttons than this are refused as «reply markup is too long». */
const MAX_BUTTONS = 100;

const WireButton = z.looseObject({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
  copy_text: z.object({ text: z.string().min(1).max(256) }).optional(),
  disabled: z.looseObject({}).optional(),
  style: z.enum(['primary', 'success', 'danger']).optional(),
});
type WireButton = z.infer<typeof WireButton>;

const InlineKeyboard = z.object({ inline_keyboard: z.array(z.array(WireButton)) });
/** A request for the client to show or hide something the simulator does not have: accepted, shows nothing. */
const ClientHint = z.union([
  z.object({ remove_keyboard: z.literal(true) }),
  z.object({ force_reply: z.literal(true) }),
  z.strictObject({}),
]);

/** Inline keyboards are shown; reply keyboards («keyboard») are not part of the simulator and are refused. */
export const ReplyMarkupParam = JsonParam(z.union([InlineKeyboard, ClientHint])).optional();
export type ReplyMarkup = z.infer<typeof ReplyMarkupParam>;

const toButton = (wire: WireButton): MessageButton => {
  if (wire.text.trim() === '')
    throw badRequest("can't parse inline keyboard button: Button text must be non-empty");
  const bytes = Buffer.byteLength(wire.callback_data ?? '');
  if (wire.callback_data !== undefined && (bytes < 1 || bytes > MAX_CALLBACK_DATA_BYTES)) {
    throw badRequest('BUTTON_DATA_INVALID');
  }
  if (wire.url !== undefined && !URL.canParse(wire.url)) {
    throw badRequest(`inline keyboard button URL '${wire.url}' is invalid: Wrong HTTP URL`);
  }
  const kinds = [wire.callback_data, wire.url, wire.copy_text, wire.disabled].filter(
    (kind) => kind !== undefined,
  );
  if (kinds.length !== 1) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  return {
    text: wire.text,
    callbackData: wire.callback_data ?? null,
    url: wire.url ?? null,
    copyText: wire.copy_text?.text ?? null,
    disabled: wire.disabled !== undefined,
    style: wire.style ?? null,
  };
};

/**
 * The rows of an inline keyboard; [] for none. Empty rows vanish, as in Telegram.
 * @throws ApiError 400 for what Telegram would refuse
 */
export const readKeyboard = (markup: ReplyMarkup): MessageButton[][] => {
  if (!markup || !('inline_keyboard' in markup)) return [];
  const rows = markup.inline_keyboard.map((row) => row.map(toButton)).filter((row) => row.length > 0);
  if (rows.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long');
  return rows;
};

const buttonToWire = (button: MessageButton) => ({
  text: button.text,
  ...(button.callbackData !== null && { callback_data: button.callbackData }),
  ...(button.url !== null && { url: button.url }),
  ...(button.copyText !== null && { copy_text: { text: button.copyText } }),
  ...(button.disabled && { disabled: {} }),
  ...(button.style !== null && { style: button.style }),
});

export const keyboardToWire = (rows: readonly (readonly MessageButton[])[]) => ({
  inline_keyboard: rows.map((row) => row.map(buttonToWire)),
});
