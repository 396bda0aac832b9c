import { withTransaction } from '@perezvon/db';
import { askAboutCall, type Asked, type ChallengeDeps } from './ask-about-call.js';
import { CALL_FAULTS } from './reply.js';
import { listCandidates, markLostRequests, readTraffic } from './request-store.js';
import { sampledShare } from './sample.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Older calls teach nothing of how the model does now; those from before it was registered are left alone too. */
const MAX_AGE_MS = 3 * DAY_MS;
/** A week has every kind of day. */
const TRAFFIC_MS = 7 * DAY_MS;
/** A round ends in minutes, so that it notices when it was retired. */
const ROUND_CALLS = 50;
/** An hour of talk; of the budget no call may take more than its part. */
const MAX_TRANSCRIPT_BYTES = 120_000;
const BUDGET_PARTS = 4;
/** A call on which the model failed is tried again after this long, and so often in all. */
const TRY_AGAIN_AFTER_MS = HOUR_MS / 2;
const MAX_FAULTS = 3;

/** A request whose process still lives is settled well before. */
const LOST_AFTER_TIMEOUTS = 2;
const LOST_MARGIN_MS = 30_000;

const forgiveLost = ({ db, now, settings }: ChallengeDeps): Promise<void> =>
  withTransaction(db, (tx) => {
    const at = now();
    const lostMs = LOST_AFTER_TIMEOUTS * settings.timeoutMs + LOST_MARGIN_MS;
    return markLostRequests(tx, new Date(at.getTime() - lostMs), at);
  });

/** Nothing more can be sent for now, whichever call it is. */
const ENDS_ROUND: ReadonlySet<Asked> = new Set<Asked>(['calls_spent', 'resting', 'busy']);

const chooseCalls = async (
  { db, now, challenger, settings }: ChallengeDeps,
  registeredAt: Date,
): Promise<number[]> => {
  const at = now().getTime();
  const { tag } = challenger;
  const traffic = await readTraffic(db, tag, new Date(at - TRAFFIC_MS));
  return listCandidates(db, {
    tag,
    since: new Date(Math.max(registeredAt.getTime(), at - MAX_AGE_MS)),
    share: sampledShare(traffic, { calls: settings.dailyCalls, tokens: settings.dailyTokens }),
    maxBytes: Math.min(MAX_TRANSCRIPT_BYTES, Math.floor(settings.dailyTokens / BUDGET_PARTS)),
    failedSince: new Date(at - TRY_AGAIN_AFTER_MS),
    maxFaults: MAX_FAULTS,
    faults: CALL_FAULTS,
    limit: ROUND_CALLS,
  });
};

/**
 * One round of the challenger: asks the model about new dialogues, several at a time, until there are no more or the
 * budget, the model's rest or a stop ends it. Safe side by side with other processes.
 * @returns how many calls were asked about
 * @throws only for trouble with the database
 */
export const challengeCalls = async (deps: ChallengeDeps, stop: AbortSignal): Promise<number> => {
  const { db, challenger, settings } = deps;
  const version = await db.lmRuleset.findUnique({
    where: { tag: challenger.tag, state: 'shadow' },
    select: { createdAt: true },
  });
  if (version === null) return 0;
  await forgiveLost(deps);
  const waiting = await chooseCalls(deps, version.createdAt);
  let asked = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !stop.aborted; next = waiting.shift()) {
      const outcome = await askAboutCall(deps, next, stop);
      if (outcome === 'asked') asked += 1;
      if (ENDS_ROUND.has(outcome)) return;
    }
  };
  await Promise.all(Array.from({ length: settings.concurrency }, work));
  return asked;
};
