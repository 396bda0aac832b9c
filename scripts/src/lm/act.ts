import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { INTENTS, type IntentType, type MessageOf, type Refusal } from '@perezvon/contracts';
import { withTransaction, type Db, type DbClient, type Tx } from '@perezvon/db';
import { EXIT, InputError, writeLine, type LmCliIo } from '@perezvon/lm/cli';
import { insertOutbox } from '@perezvon/messaging';
import { ALIVE_WITHIN_S } from '@perezvon/service';

type Intent = MessageOf<(typeof INTENTS)[IntentType]>;
interface IntentContext {
  id: string;
  actorId: number;
  at: Date;
}

/** Longer than a version takes to compile and a busy queue to get to it. */
const WAIT_MS = 60_000;
const POLL_EVERY_MS = 200;
/** Whoever waits longer is told for what. */
const TELL_AFTER_MS = 2_000;

/** What to do about a refusal, for whoever sits at the terminal; another one is printed as its code. */
const HINTS: Partial<Record<Refusal, string>> = {
  'permission.missing': 'only a supreme_dev may do this (SUPREME_DEV_TELEGRAM_IDS)',
  'actor.not_active': 'this person has no access at present',
  'ruleset.not_found': 'no such version is stored: npm run lm -- versions list',
  'ruleset.already_active': 'this version is the active one already',
  'ruleset.already_shadow': 'this version is in shadow already',
  'ruleset.already_retired': 'this version is retired already',
  'ruleset.is_active': 'this is the active version: activate another one first',
  'ruleset.challenger_only': 'a language model is only compared, it cannot decide',
  'ruleset.cannot_run':
    'the engine cannot read these rules: npm run lm -- versions show TAG says what is wrong',
  'ruleset.no_previous': 'no other rules were active before',
  'run.version_retired': 'this version is retired: put it into shadow first (versions shadow TAG)',
  'run.already_running': 'a rescore is on its way: rescore status, rescore cancel',
  'run.empty_period': 'there are no calls in this period',
  'run.not_running': 'the rescore is not running: rescore status',
  'run.not_paused': 'the rescore is not paused: rescore status',
  'run.not_open': 'the rescore is over: rescore status',
};
const isHinted = (reason: string): reason is keyof typeof HINTS => Object.hasOwn(HINTS, reason);

/**
 * The person in whose name a command acts.
 * @param telegramId null: the only active supreme_dev
 * @throws InputError that says what to give instead
 */
const findActor = async (db: Db, telegramId: string | null): Promise<number> => {
  if (telegramId !== null) {
    if (!/^\d{1,18}$/.test(telegramId)) throw new InputError('--as takes a Telegram id: digits only');
    const person = await db.user.findUnique({
      where: { telegramId: BigInt(telegramId) },
      select: { id: true },
    });
    if (person === null)
      throw new InputError(`nobody with the Telegram id ${telegramId} has written to the bot`);
    return person.id;
  }
  const developers = await db.user.findMany({
    where: { role: 'supreme_dev', status: 'active' },
    select: { id: true },
    take: 2,
  });
  const [only] = developers;
  if (only === undefined)
    throw new InputError(
      'there is no supreme_dev yet: set SUPREME_DEV_TELEGRAM_IDS and write /start to the bot',
    );
  if (developers.length > 1)
    throw new InputError('there are several supreme_devs: say who acts with --as TELEGRAM_ID');
  return only.id;
};

interface Outcome {
  outcome: string;
  subjectId: string;
  reason: string | null;
}

const findOutcome = (db: Db, intentId: string, afterSeq: bigint): Promise<Outcome | null> =>
  db.adminActionLog.findFirst({
    where: { seq: { gt: afterSeq }, messageId: { startsWith: `${intentId}.` } },
    select: { outcome: true, subjectId: true, reason: true },
  });

const isScoringAlive = async (db: Db): Promise<boolean> => {
  const [row] = await db.$queryRaw<{ alive: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM service_instances
      WHERE service = 'lm-scoring' AND seen_at > now() - ${ALIVE_WITHIN_S} * interval '1 second'
    ) AS alive`;
  return row?.alive ?? false;
};

const waitForOutcome = async (
  db: Db,
  intentId: string,
  afterSeq: bigint,
  io: LmCliIo,
): Promise<Outcome | null> => {
  const startedAt = performance.now();
  let isTold = false;
  for (;;) {
    const outcome = await findOutcome(db, intentId, afterSeq);
    const waitedMs = performance.now() - startedAt;
    if (outcome !== null || waitedMs > WAIT_MS) return outcome;
    if (!isTold && waitedMs > TELL_AFTER_MS) {
      isTold = true;
      if (!(await isScoringAlive(db))) return null;
      await writeLine(io.stderr, 'Accepted; waiting for lm-scoring and audit …');
    }
    await pause(POLL_EVERY_MS);
  }
};

const sayOutcome = async (type: string, outcome: Outcome | null, io: LmCliIo): Promise<number> => {
  if (outcome === null) {
    await writeLine(
      io.stderr,
      `${type}: accepted, but nothing is running that carries it out. It is done at the next npm start.`,
    );
    return EXIT.failed;
  }
  const { outcome: kind, subjectId, reason } = outcome;
  if (kind === 'done') {
    await writeLine(io.stdout, `${type}: done, ${subjectId}`);
    return EXIT.ok;
  }
  const hint = reason !== null && isHinted(reason) ? `: ${HINTS[reason]}` : '';
  await writeLine(io.stderr, `${type}: ${kind}, ${reason ?? 'no reason given'}${hint}`);
  return EXIT.failed;
};

/**
 * Asks for an action as a person does in the bot, and waits until the log has what came of it: the same permission, the
 * same refusals, the same line in the log.
 * @param as the person's Telegram id; null: the only supreme_dev
 * @param before stored in the transaction that publishes the intent
 * @returns the exit code: 0 done; 1 refused, failed, or nobody there to do it
 */
export const act = async (
  db: DbClient,
  io: LmCliIo,
  {
    as,
    intent,
    before,
  }: {
    as: string | null;
    intent: (context: IntentContext) => Intent;
    before?: (tx: Tx) => Promise<unknown>;
  },
): Promise<number> => {
  const actorId = await findActor(db, as);
  const message = intent({ id: `cli-${randomUUID()}`, actorId, at: new Date() });
  const head = await db.adminActionLog.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true } });
  await withTransaction(db, async (tx) => {
    await before?.(tx);
    await insertOutbox(tx, [{ queue: INTENTS[message.type].owner, envelope: message }]);
  });
  return sayOutcome(message.type, await waitForOutcome(db, message.id, head?.seq ?? 0n, io), io);
};
