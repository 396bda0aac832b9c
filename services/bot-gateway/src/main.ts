import { runService } from '@perezvon/service';
import { environment } from './config.js';
import { start } from './start.js';

await runService({ name: 'bot-gateway', environment, start });
