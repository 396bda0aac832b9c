import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SimulatorDeps } from '../deps.js';
import { putGroup, setGroupBot } from '../person/membership.js';
import { SimulatedGroup } from '../state/model.js';

/** Ids of groups made on the page go down from here, as Telegram's supergroups do. */
const FIRST_MADE_UP_ID = -1_009_000_000_001;

const GroupParams = z.object({ id: z.coerce.number().int().negative() });
const GroupBody = SimulatedGroup.pick({ title: true, memberIds: true });
const BotBody = z.object({ hasBot: z.boolean() });

/** Making groups and changing who is in them; what is written in one goes the way of every chat. */
export const groupRoutes = (app: FastifyInstance, deps: SimulatorDeps): void => {
  app.post('/chat/groups', (request) => {
    const id = Math.min(FIRST_MADE_UP_ID + 1, ...deps.store.state.groups.keys()) - 1;
    putGroup({ id, ...GroupBody.parse(request.body) }, deps);
    return { id };
  });
  app.post('/chat/groups/:id', (request) => {
    const { id } = GroupParams.parse(request.params);
    putGroup({ id, ...GroupBody.parse(request.body) }, deps);
    return { id };
  });
  app.post('/chat/groups/:id/bot', (request) => {
    setGroupBot(GroupParams.parse(request.params).id, BotBody.parse(request.body).hasBot, deps);
    return {};
  });
};
