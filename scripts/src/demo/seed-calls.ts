import { ingest, type StoreDeps } from '@perezvon/call-ingest';
import type { Db } from '@perezvon/db';
import type { DemoCall } from './make-call.js';
import { OF_THE_DEMO } from './sources.js';

/** The start of the newest demo call that is stored; null: none is. */
export const newestDemoCall = async (db: Db): Promise<Date | null> =>
  (await db.call.aggregate({ where: { source: OF_THE_DEMO }, _max: { callDate: true } }))._max.callDate;

async function* asRecords(calls: readonly DemoCall[]) {
  for (const [index, call] of calls.entries()) yield { line: index + 1, value: call };
}

/**
 * Stores those of the calls that are newer than all that the demo has stored so far, the same way as calls from outside.
 * @returns how many there were
 * @throws Error when call-ingest refuses one: the demo's texts are wrong
 */
export const seedCalls = async (calls: readonly DemoCall[], deps: StoreDeps): Promise<number> => {
  const newest = (await newestDemoCall(deps.db))?.getTime() ?? Number.NEGATIVE_INFINITY;
  const { accepted } = await ingest(
    asRecords(calls.filter(({ call_date }) => Date.parse(call_date) > newest)),
    {
      zone: null,
      defaultSource: null,
      priority: 'bulk',
      onRejected: ({ history_id, error }) => {
        throw new Error(`demo call ${history_id}: ${error}`);
      },
    },
    deps,
  );
  return accepted;
};
