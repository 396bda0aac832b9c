import { SERVICE_NAMES, serviceEntry, type ServiceName } from '../services.js';
import { superviseService, type Child } from './child.js';
import { openLogSink, type LogSink } from './log-sink.js';

/** Stopped first: they bring work in. The others finish what is there. */
const BRING_WORK_IN: readonly ServiceName[] = ['queue-board', 'bot-gateway', 'call-ingest'];
/** Ten seconds for everything; the database needs the rest. */
const STOP_WITHIN_MS = 8_500;

export interface ServicesOptions {
  home: string;
  env: NodeJS.ProcessEnv;
  tell: (line: string) => void;
}

/** All services, kept running. */
export interface Services {
  /** Resolves when every one has started. @throws ServiceStartError when one could not */
  readonly started: Promise<unknown>;
  /** Those that bring work in, then the others; one that does not end in time is killed. */
  stop: () => Promise<void>;
  kill: () => void;
}

/** Starts every service as a process of its own. */
export const startServices = async ({ home, env, tell }: ServicesOptions): Promise<Services> => {
  const sinks = new Map<ServiceName, LogSink>();
  for (const name of SERVICE_NAMES) sinks.set(name, await openLogSink(home, name, tell));
  const children = new Map<ServiceName, Child>();
  for (const [name, sink] of sinks)
    children.set(name, superviseService(name, { entry: serviceEntry(name), env, sink, tell }));

  const kill = (): void => {
    for (const child of children.values()) child.kill();
  };
  const stopWave = (isInWave: (name: ServiceName) => boolean): Promise<unknown> =>
    Promise.all([...children].filter(([name]) => isInWave(name)).map(([, child]) => child.stop()));

  const stop = async (): Promise<void> => {
    const overtime = setTimeout(() => {
      tell('Some services did not stop in time and are killed; what they were at is done at the next start.');
      kill();
    }, STOP_WITHIN_MS);
    await stopWave((name) => BRING_WORK_IN.includes(name));
    await stopWave((name) => !BRING_WORK_IN.includes(name));
    clearTimeout(overtime);
    await Promise.all([...sinks.values()].map((sink) => sink.close()));
  };
  return { started: Promise.all([...children.values()].map(({ started }) => started)), stop, kill };
};
