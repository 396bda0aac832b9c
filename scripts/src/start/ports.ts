import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { codeOf } from '@perezvon/service';

/** A variable and the port it asks for; 0: any free one. */
export type WantedPort<Name extends string> = readonly [variable: Name, port: number];

const EVERY_INTERFACE = '0.0.0.0';

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use already: stop what listens there, or choose another one.',
  EACCES: 'may not be opened by this user: choose one over 1023.',
};

/** A port cannot be had; the message is one line that names the variable. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

const open = async (variable: string, port: number): Promise<Server> => {
  const probe = createServer();
  probe.listen(port, EVERY_INTERFACE);
  try {
    await once(probe, 'listening');
  } catch (cause) {
    const code = codeOf(cause) ?? 'unknown reason';
    throw new PortError(`${variable}: port ${port} ${REASONS[code] ?? `cannot be opened (${code}).`}`, {
      cause,
    });
  }
  return probe;
};

const portOf = (probe: Server): number => {
  const bound = probe.address();
  if (bound === null || typeof bound === 'string') throw new Error('a probe has no port');
  return bound.port;
};

/**
 * Makes sure before anything starts that every port can be had, and chooses one for each 0.
 * @returns the port of each variable
 * @throws PortError naming the first variable whose port is taken, also by another variable
 */
export const findPorts = async <Name extends string>(
  wanted: readonly WantedPort<Name>[],
): Promise<ReadonlyMap<Name, number>> => {
  const probes = new Map<Name, Server>();
  try {
    for (const [variable, port] of wanted) probes.set(variable, await open(variable, port));
    return new Map([...probes].map(([variable, probe]) => [variable, portOf(probe)]));
  } finally {
    await Promise.all([...probes.values()].map((probe) => once(probe.close(), 'close')));
  }
};
