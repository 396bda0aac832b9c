import { may } from '@perezvon/access';
import type { Role, UserStatus } from '@perezvon/contracts';
import type { NotificationSettings } from './settings.js';

/** Why something is not told (any more); the names of the database. */
export type Drop = 'handled' | 'no_longer_red' | 'not_allowed' | 'turned_off' | 'late' | 'refused' | 'moved';

/** A red call as it stands now. */
export interface RedCall {
  /** 60–100; null: its score of now is not red. */
  danger: number | null;
  /** Somebody has it, or has finished with it. */
  isAssigned: boolean;
  /** The reader himself has listened to it. */
  hasHeard: boolean;
}

interface Reader {
  role: Role | null;
  status: UserStatus;
}

/**
 * Why a red call need not be told to this person; null: it has to be. Asked again right before it is told: while it
 * waited, somebody may have taken it, or the person lost his role.
 */
export const whyNotTell = (
  { danger, isAssigned, hasHeard }: RedCall,
  { redAlerts, alertFrom }: Pick<NotificationSettings, 'redAlerts' | 'alertFrom'>,
  { role, status }: Reader,
): Drop | null => {
  if (status !== 'active' || !may(role, 'calls.view')) return 'not_allowed';
  if (danger === null) return 'no_longer_red';
  if (!redAlerts || danger < alertFrom) return 'turned_off';
  return isAssigned || hasHeard ? 'handled' : null;
};
