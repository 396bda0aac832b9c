import { asksForHelp, EXIT, type Command } from '../cli.js';
import { isServiceName, SERVICE_NAMES, serviceEntry } from '../services.js';

const HELP = `npm run service -- NAME   one service alone, as production runs it: node services/NAME/dist/main.js

NAME is one of: ${SERVICE_NAMES.join(', ')}
It reads .env and the environment (.env.example lists the names), answers health checks on HEALTH_PORT when that is
set, and stops on SIGTERM or Ctrl-C.`;

/** `npm run service`: becomes the service; returns when it has started, and the process lives on. */
export const runServiceCli: Command = async (argv, { out, err }) => {
  if (asksForHelp(argv)) {
    out(HELP);
    return EXIT.ok;
  }
  const [name = '', ...rest] = argv;
  if (!isServiceName(name) || rest.length > 0) {
    err(HELP);
    return EXIT.usage;
  }
  await import(serviceEntry(name).href);
  return EXIT.ok;
};
