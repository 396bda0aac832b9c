import type { BotIdentity } from './bot-api/wire.js';
import type { Signal } from './signal.js';
import type { FileStore } from './state/files.js';
import type { Store } from './state/store.js';

/** The part of pino's interface that we use; fields hold ids only. */
export interface Log {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** «печатает…» and its kin: seen for a few seconds, never kept. */
export interface ChatAction {
  chatId: number;
  action: string;
}

/** What every part of the simulator works on; made once by `startSimulator`. */
export interface SimulatorDeps {
  store: Store;
  files: FileStore;
  bot: BotIdentity;
  chatActions: Signal<ChatAction>;
  log: Log;
  now: () => Date;
}
