import type { LogSink } from './log-sink.js';
import { nextRestart } from './restart-pause.js';
import { beginLife, type ServiceLife } from './service-life.js';

const MS_PER_S = 1_000;

/** A service ended before it had ever started; the message is its own last line. */
export class ServiceStartError extends Error {
  override readonly name = 'ServiceStartError';
}

export interface ChildOptions {
  /** The program's file. */
  entry: URL;
  env: NodeJS.ProcessEnv;
  /** Takes what the service logs; stays open over restarts. */
  sink: LogSink;
  /** Tells the person at the terminal. */
  tell: (line: string) => void;
}

/** One service that is kept running. */
export interface Child {
  /** Resolves when it has started for the first time. @throws ServiceStartError when it ends before that */
  readonly started: Promise<void>;
  /** Asks it to finish, and waits until it has ended. */
  stop(): Promise<void>;
  /** SIGKILL: nothing is finished. */
  kill(): void;
}

/** A promise and its two ends. */
const deferred = () => {
  let ends: { resolve: () => void; reject: (error: Error) => void } = { resolve: () => {}, reject: () => {} };
  const promise = new Promise<void>((resolve, reject) => (ends = { resolve, reject }));
  // Whoever waits for it gets the error; until somebody does it is not unhandled.
  promise.catch(() => {});
  return { promise, ...ends };
};

/** Starts a service, and starts it again with growing pauses whenever it ends by itself. */
export const superviseService = (name: string, { entry, env, sink, tell }: ChildOptions): Child => {
  const start = deferred();
  let phase: 'starting' | 'running' | 'stopping' = 'starting';
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  const onStarted = (): void => {
    if (phase === 'running') tell(`${name} runs again.`);
    else phase = 'running';
    start.resolve();
  };
  const onEnd = ({ why, livedMs }: { why: string; livedMs: number }): void => {
    // The first start is awaited by the person at the terminal: say why, and leave the mending to him.
    if (phase !== 'running')
      return start.reject(new ServiceStartError(why.includes(' ') ? why : `${name}: ${why}`));
    const restart = nextRestart(livedMs, failures);
    failures = restart.failures;
    tell(`${name} ended (${why}); it starts again in ${restart.pauseMs / MS_PER_S} s.`);
    timer = setTimeout(() => (life = begin()), restart.pauseMs);
  };
  const begin = (): ServiceLife => beginLife({ name, entry, env }, { onLine: sink.write, onStarted, onEnd });
  let life = begin();

  const end = (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    phase = 'stopping';
    clearTimeout(timer);
    life.kill(signal);
    return life.ended;
  };
  return { started: start.promise, stop: () => end('SIGTERM'), kill: () => void end('SIGKILL') };
};
