import { runService } from '@perezvon/service';
import { CallIngestEnvironment } from './config.js';
import { start } from './start.js';

await runService({ name: 'call-ingest', environment: CallIngestEnvironment, start });
