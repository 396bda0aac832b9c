import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach } from '@jest/globals';

const servers: Server[] = [];

/** Ends every stand-in of the test, with what is still under way. */
export const closeStandIns = (): void => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
};
afterEach(closeStandIns);

/** Somebody else's server, on this machine, until the end of the test. @returns its address */
export const serve = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
};
