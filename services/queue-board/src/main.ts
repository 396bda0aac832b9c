import { runService } from '@perezvon/service';
import { QueueBoardEnvironment } from './config.js';
import { start } from './start.js';

await runService({ name: 'queue-board', environment: QueueBoardEnvironment, start });
