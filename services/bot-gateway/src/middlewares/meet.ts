import { withTransaction } from '@perezvon/db';
import type { MiddlewareFn } from 'grammy';
import type { GatewayContext } from '../context.js';
import type { GatewayDeps } from '../deps.js';
import { meetPerson } from '../people/meet-person.js';
import { markReachable } from '../store/reachability.js';

/** Finds the person behind an update, with the role and access he has at this moment. */
export const meet =
  (
    deps: Pick<GatewayDeps, 'db' | 'supremeDevIds' | 'spokenLanguages' | 'now'>,
  ): MiddlewareFn<GatewayContext> =>
  async (ctx, next) => {
    if (!ctx.from || ctx.from.is_bot) return;
    const person = await meetPerson(deps, ctx.from);
    // He writes here, so he can be written to here.
    if (person.unreachableSince !== null && ctx.chat?.type === 'private')
      await withTransaction(deps.db, (tx) => markReachable(tx, person.telegramId));
    ctx.person = person;
    deps.spokenLanguages.remember(ctx.person.telegramId, ctx.person.language);
    await next();
  };
