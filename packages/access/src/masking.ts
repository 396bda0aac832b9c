import type { Role } from '@perezvon/contracts';
import { isBelow } from './ranks.js';

/** Whether phones, document numbers and names of clients in the words of calls are hidden: from everybody below superadmin. */
export const readsMasked = (role: Role | null): boolean => isBelow(role, 'superadmin');
