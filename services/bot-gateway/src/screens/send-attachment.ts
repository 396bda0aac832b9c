import { InputFile } from 'grammy';
import type { GatewayDeps } from '../deps.js';
import type { Person } from '../people/person.js';
import { sendFile, type Sent } from './adapter.js';
import type { Attachment } from './attachment.js';
import type { Composed } from './compose.js';
import { sendRecording } from './calls/send-recording.js';

/** Sends a screen with a recording or a file. */
export const sendAttachment = async (
  deps: GatewayDeps,
  person: Person,
  chatId: number,
  composed: Composed,
  attachment: Attachment,
): Promise<Sent> => {
  if (attachment.kind === 'audio') return sendRecording(deps, person, chatId, composed, attachment);
  const file = new InputFile(Buffer.from(attachment.content, 'utf8'), attachment.fileName);
  const { sent } = await sendFile(deps.api, chatId, composed, { kind: 'document', file });
  return sent;
};
