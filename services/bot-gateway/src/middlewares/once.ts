import { withTransaction } from '@perezvon/db';
import type { MiddlewareFn } from 'grammy';
import type { GatewayContext } from '../context.js';
import type { GatewayDeps } from '../deps.js';
import { markHandled, wasHandled } from '../store/updates.js';

/** Lets an update through that was not handled before: Telegram repeats those that a dying process did not confirm. */
export const once =
  ({ db }: Pick<GatewayDeps, 'db'>): MiddlewareFn<GatewayContext> =>
  async (ctx, next) => {
    const { update_id: updateId } = ctx.update;
    if (await wasHandled(db, updateId)) return;
    await next();
    await withTransaction(db, (tx) => markHandled(tx, updateId));
  };
