import { connect, createServer, type Socket } from 'node:net';

/** A way to PostgreSQL that hangs up on everybody until it is opened, as a server does that is too busy or not up yet. */
export interface LatePostgres {
  /** Its connection string: that of the database behind it, with another port. */
  url: string;
  open: () => void;
  close: () => Promise<void>;
}

const through = (incoming: Socket, port: number, host: string): void => {
  const outgoing = connect(port, host);
  const end = () => {
    incoming.destroy();
    outgoing.destroy();
  };
  for (const socket of [incoming, outgoing]) socket.on('error', end).on('close', end);
  incoming.pipe(outgoing).pipe(incoming);
};

/** @param databaseUrl of the database behind it */
export const startLatePostgres = async (databaseUrl: string): Promise<LatePostgres> => {
  const behind = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isOpen = false;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    if (isOpen) through(socket, Number(behind.port), behind.hostname);
    else socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the way to PostgreSQL has no port');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  return {
    url: url.href,
    open: () => {
      isOpen = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
