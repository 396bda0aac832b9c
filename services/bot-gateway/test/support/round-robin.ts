import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/** A load balancer in front of several gateways, as simple as they come: it does not even notice that one is gone. */
export interface RoundRobin {
  /** What Telegram is told to deliver to. */
  url: string;
  stop: () => Promise<void>;
}

const BAD_GATEWAY = 502;

const forward = (incoming: IncomingMessage, answer: ServerResponse, port: number): void => {
  const { method, url: path, headers } = incoming;
  const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
    answer.writeHead(response.statusCode ?? BAD_GATEWAY, response.headers);
    response.pipe(answer);
  });
  outgoing.on('error', () => {
    if (!answer.headersSent) answer.writeHead(BAD_GATEWAY);
    answer.end();
  });
  incoming.pipe(outgoing);
};

/** Hands each request to the next of the ports. */
export const startRoundRobin = async (ports: readonly number[]): Promise<RoundRobin> => {
  let turn = 0;
  const server = createServer((incoming, answer) => {
    const port = ports[turn % ports.length];
    turn += 1;
    if (port === undefined) answer.writeHead(BAD_GATEWAY).end();
    else forward(incoming, answer, port);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the round robin has no port');
  return {
    url: `http://127.0.0.1:${address.port}/telegram`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
