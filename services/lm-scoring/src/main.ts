import { runService } from '@perezvon/service';
import { LmScoringEnvironment } from './config.js';
import { start } from './start.js';

await runService({ name: 'lm-scoring', environment: LmScoringEnvironment, start });
