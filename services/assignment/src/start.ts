import { consume, type MessagingDeps, type Stop } from '@perezvon/messaging';
import { handlers } from './handlers.js';

/** Assignments from their intents to their events. Deadlines are rows: who reads them derives what is overdue. */
export const start = (deps: MessagingDeps): Stop => consume('assignment', handlers, deps);
