import { callAlarmed, type EventBody } from '@perezvon/contracts';
import { givenCall, givenClinic, givenScore, until, type Clinic } from '@perezvon/db/testing';
import { publishEvents } from '@perezvon/messaging';
import { startBot } from './running-bot.js';

/** A call is stored and scored two minutes after it began. */
const CALL_AGE_MS = 2 * 60_000;
const TICK_MS = 1_000;

/** A clinic's bot whose clock the test moves; the test stops it. @param startsAt ISO time */
export const startClockedBot = async (startsAt: string) => {
  let clock = new Date(startsAt).getTime();
  let people: Clinic | undefined;
  const running = await startBot({
    now: () => new Date(clock),
    given: async (db) => {
      people = await givenClinic(db);
      await db.user.updateMany({ data: { updatedAt: startsAt } });
    },
  });
  if (!people) throw new Error('the clinic was not given');
  const happen = (event: EventBody, id: string, actorId: number | null = null) =>
    publishEvents(running.harness.deps, [event], {
      causedBy: id,
      actorId,
      origin: null,
      at: new Date(clock),
    });
  return {
    running,
    people,
    happen,
    pass: (ms: number) => {
      clock += ms;
    },
    /** Lets the clock run on while something is waited for. */
    meanwhile:
      <T>(condition: () => T) =>
      (): T => {
        clock += TICK_MS;
        return condition();
      },
    /** A call that lm-scoring has found to be red. */
    givenRedCall: async () => {
      const call = await givenCall(running.db, { callDate: new Date(clock - CALL_AGE_MS) });
      await givenScore(running.db, call);
      await happen(callAlarmed.of({ historyId: call.historyId }), `call-${call.historyId}`);
      await until(() => running.db.notification.count({ where: { historyId: call.historyId } }), {
        what: 'the call is noted',
      });
      return call.historyId;
    },
  };
};
