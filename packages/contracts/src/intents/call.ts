import { z } from 'zod';
import { defineIntent } from '../define.js';
import { HistoryId } from '../domain/ids.js';

/** «🔗 Ссылка»: makes the opaque link that opens a call's card for those who may see it. */
export const callLink = defineIntent({
  type: 'call.link',
  version: 1,
  owner: 'bot-gateway',
  permission: 'calls.view',
  payload: z.object({ historyId: HistoryId }),
  subject: ({ historyId }) => ({ kind: 'call', id: String(historyId), historyId }),
  refusals: ['call.not_found'],
});
