import { userRequestAccess } from '@perezvon/contracts';
import { z } from 'zod';
import { defineAction } from './define-action.js';
import { defineScreen } from './define-screen.js';
import { welcomePlace } from './places/root.js';

/** «Запросить доступ». */
export const requestAccess = defineAction({
  id: 'ask',
  params: z.object({}),
  intent: userRequestAccess,
  payload: (_params, { actorId }) => ({ userId: actorId }),
  leadsTo: () => welcomePlace.address({}),
});

/** The door: what this is, and how somebody without access gets in. */
export const welcome = defineScreen({
  ...welcomePlace,
  load: (_tools, _params) => ({}),
  render: (_data, { t, person }) => ({
    text: t('welcome', { status: person.status }),
    rows:
      person.status === 'newcomer' || person.status === 'rejected'
        ? [[requestAccess.button(t('button-request-access'), {})]]
        : [],
  }),
});
