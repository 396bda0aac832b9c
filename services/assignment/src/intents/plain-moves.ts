import type { assignmentAccept, assignmentStart } from '@perezvon/contracts';
import type { IntentHandler } from '@perezvon/messaging';
import { plainMove } from './move.js';

export const acceptAssignment: IntentHandler<typeof assignmentAccept> = plainMove('accept');
export const startAssignment: IntentHandler<typeof assignmentStart> = plainMove('start');
