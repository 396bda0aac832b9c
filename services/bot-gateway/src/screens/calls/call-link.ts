import { callLink as callLinkIntent, HistoryId } from '@perezvon/contracts';
import { z } from 'zod';
import { mayReadCall } from '../../queries/calls/call-access.js';
import { findLinkPayload } from '../../store/call-links.js';
import { html, lines } from '../../text/html.js';
import { defineAction } from '../define-action.js';
import { defineScreen } from '../define-screen.js';
import { callLinkPlace } from '../places/search.js';

/** «🔗 Сделать ссылку»: gives the call its name in links, once. */
export const linkCall = defineAction({
  id: 'mklink',
  params: z.object({ historyId: HistoryId }),
  intent: callLinkIntent,
  payload: ({ historyId }) => ({ historyId }),
  leadsTo: ({ historyId }) => callLinkPlace.address({ historyId }),
});

/** The link of a call, to be sent on. It says nothing of the call, and who opens it is checked. */
export const callLink = defineScreen({
  ...callLinkPlace,
  load: async ({ db, person, botName }, { historyId }) => {
    if (!(await mayReadCall(db, person, historyId))) return null;
    const payload = await findLinkPayload(db, historyId);
    return { link: payload === null ? null : `https://t.me/${botName}?start=${payload}` };
  },
  render: ({ link }, { t, params: { historyId } }) => ({
    text:
      link === null
        ? t('link-none', { id: historyId })
        : lines(t('link-title', { id: historyId }), '', html`${link}`, '', t('link-who')),
    rows: link === null ? [[linkCall.button(t('button-make-link'), { historyId })]] : [],
  }),
});
