import { ingest } from '@perezvon/call-ingest';
import { decryptPhone } from '@perezvon/db';
import { momentOf, type PastDeps } from './past.js';
import type { CallBack } from './texts-schema.js';

/** Before the first call of any day's plan. */
const IDS = { gte: 490_001, lt: 500_000 } as const;

/** The next id that no call back has. */
const freeId = async ({ db }: PastDeps): Promise<number> =>
  IDS.gte + (await db.call.count({ where: { historyId: IDS } }));

const turnsOf = ({ talk, seconds }: CallBack) =>
  talk?.map((turn, index) => ({ ...turn, t: Math.floor((index * seconds) / talk.length) })) ?? null;

/**
 * The clinic has called a client back, and the telephony tells of it: the assignment service, which runs, finds out by
 * itself what that proves. A client without a number was not called.
 */
export const callBack = async (
  historyId: number,
  { calls, operator }: { calls: readonly CallBack[]; operator: string | null },
  deps: PastDeps,
): Promise<void> => {
  const { db, now, zone, phoneKeys } = deps;
  const called = await db.call.findUnique({
    where: { historyId },
    select: { clientPhoneEncrypted: true, source: true },
  });
  if (!called?.clientPhoneEncrypted) return;
  const phone = decryptPhone(called.clientPhoneEncrypted, phoneKeys);
  for (const call of calls) {
    const at = momentOf(call, now(), zone);
    const value = {
      history_id: await freeId(deps),
      call_date: at.toISOString(),
      direction: 'outbound',
      talk_duration: call.seconds,
      operator,
      transcript: turnsOf(call),
      client_phone: phone,
      source: called.source,
    };
    await ingest(
      (async function* () {
        yield { line: 1, value };
      })(),
      {
        zone: null,
        defaultSource: null,
        priority: 'bulk',
        onRejected: ({ error }) => {
          throw new Error(`demo call back: ${error}`);
        },
      },
      { db, phoneKeys, now },
    );
  }
};
