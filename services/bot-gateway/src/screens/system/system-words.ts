import { RELAY_LAG_LIMIT_S } from '@perezvon/service';
import type { QueueLoad } from '../../queries/system/queue-load.js';
import type { ServiceProcesses, SystemState } from '../../queries/system/system-state.js';
import type { Surroundings } from '../../surroundings.js';
import { join, type Html } from '../../text/html.js';
import { spanWords } from '../../text/span-words.js';
import type { RenderTools } from '../define-screen.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment'>;
type Level = 'red' | 'yellow' | 'green';
export type RedisState = Awaited<ReturnType<Surroundings['askRedis']>>;

const MS_PER_S = 1_000;
const BYTES_PER_MB = 1_000_000;
/** The relay sends within a second or two; from here on it is worth a look. */
const LATE_RELAY_S = 10;
/** A queue works off some hundred a second: from here on a person waits for what he tapped. */
const MANY_LIVE = 100;
/** A question that costs nothing takes a few ms; from here on people notice, from there on everything stands. */
const SLOW_ANSWER_MS = 100;
const VERY_SLOW_ANSWER_MS = 1_000;
/** Without the board calls are scored and people served all the same. */
const CAN_BE_MISSED = 'queue-board';

const ORDER: readonly Level[] = ['red', 'yellow', 'green'];
const worstFirst = <Row extends { level: Level }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));

const levelOf = (value: number, { yellow, red }: { yellow: number; red: number }): Level => {
  if (value >= red) return 'red';
  return value >= yellow ? 'yellow' : 'green';
};

const queueLevel = (
  { queue, live, bulk, parked }: QueueLoad,
  services: readonly ServiceProcesses[],
): Level => {
  const isStopped = services.some(({ service, count }) => service === queue && count === 0);
  if (parked > 0 || (isStopped && live + bulk > 0)) return 'red';
  return live >= MANY_LIVE ? 'yellow' : 'green';
};

const isEmpty = ({ live, bulk, parked }: QueueLoad): boolean => live + bulk + parked === 0;

/** A line a queue that has something, the worst first; the empty ones share the last. */
export const queueLines = ({ loads, services, isCut }: SystemState, { t }: Tools): (Html | null)[] => {
  const busy = loads
    .filter((load) => !isEmpty(load))
    .map((load) => ({ ...load, level: queueLevel(load, services) }));
  const empty = loads.filter(isEmpty).map(({ queue }) => t('service-name', { service: queue }));
  return [
    ...worstFirst(busy).map(({ level, queue, live, bulk, parked }) =>
      t('system-queue', {
        level,
        service: t('service-name', { service: queue }),
        waiting: live + bulk,
        live,
        parked,
      }),
    ),
    empty.length === 0 ? null : t('system-queues-empty', { list: join(empty, ', ') }),
    isCut ? t('system-queues-more') : null,
    busy.some(({ parked }) => parked > 0) ? t('system-parked-hint') : null,
  ];
};

/** Whether messages get into their queues. */
export const relayLine = ({ relayLagS }: SystemState, { t }: Tools): Html => {
  const level = levelOf(relayLagS, { yellow: LATE_RELAY_S, red: RELAY_LAG_LIMIT_S });
  return level === 'green'
    ? t('system-relay-ok')
    : t('system-relay-late', { level, span: spanWords(relayLagS * MS_PER_S, t) });
};

const serviceLevel = ({ service, count }: ServiceProcesses): Level => {
  if (count > 0) return 'green';
  return service === CAN_BE_MISSED ? 'yellow' : 'red';
};

/** A line a service: how many processes since when, those without any first. */
export const serviceLines = ({ services }: SystemState, { t, moment }: Tools): Html[] =>
  worstFirst(services.map((row) => ({ ...row, level: serviceLevel(row) }))).map(
    ({ level, service, count, since }) => {
      const name = t('service-name', { service });
      return since === null
        ? t('system-service-none', { level, service: name })
        : t('system-service', { level, service: name, count, since: moment(since) });
    },
  );

const megabytes = (bytes: number): number => Math.ceil(bytes / BYTES_PER_MB);
/** «0 мс» would be a lie. */
const wholeMs = (ms: number): number => Math.max(1, Math.round(ms));
const answerLevel = (ms: number): Level => levelOf(ms, { yellow: SLOW_ANSWER_MS, red: VERY_SLOW_ANSWER_MS });

export const databaseLine = ({ database: { bytes, answeredInMs } }: SystemState, { t }: Tools): Html =>
  t('system-database', {
    level: answerLevel(answeredInMs),
    megabytes: megabytes(bytes),
    ms: wholeMs(answeredInMs),
  });

export const redisLine = (redis: RedisState, { t }: Tools): Html => {
  if (redis === null) return t('system-redis-none');
  if (redis === 'silent') return t('system-redis-silent');
  const answer = { level: answerLevel(redis.answeredInMs), ms: wholeMs(redis.answeredInMs) };
  return redis.memoryBytes === null
    ? t('system-redis', answer)
    : t('system-redis-memory', { ...answer, megabytes: megabytes(redis.memoryBytes) });
};

export const importLine = ({ lastImport }: SystemState, { t, moment }: Tools): Html => {
  if (lastImport === null) return t('system-import-none');
  const { startedAt, finishedAt, accepted, duplicates, rejected } = lastImport;
  return finishedAt === null
    ? t('system-import-open', { at: moment(startedAt) })
    : t('system-import', {
        level: rejected > 0 ? 'yellow' : 'green',
        at: moment(finishedAt),
        accepted,
        duplicates,
        rejected,
      });
};
