import { may } from '@perezvon/access';
import { LEAST_DANGER, type MinuteOfDay, type Role } from '@perezvon/contracts';

/** Part of the day in which nothing rings, on the clinic's clock; `to` before `from` goes over midnight. */
export interface QuietHours {
  from: MinuteOfDay;
  to: MinuteOfDay;
}

/** How one person wants to be told of things. */
export interface NotificationSettings {
  /** Red calls at once; for who may see single calls. */
  redAlerts: boolean;
  /** From which danger (60–100). */
  alertFrom: number;
  /** null: none. */
  quietHours: QuietHours | null;
  /** Messages about red calls a clinic day; null: as many as come. */
  dailyBudget: number | null;
  /** null: no morning digest. */
  digestAt: MinuteOfDay | null;
  weekly: boolean;
}

const HOUR = 60;

/** When the clinic is closed and people sleep. */
const USUAL_QUIET_HOURS: QuietHours = { from: 21 * HOUR, to: 8 * HOUR };
/** The moment the night is over: what has gathered and the digest are one message. */
export const USUAL_DIGEST_AT: MinuteOfDay = USUAL_QUIET_HOURS.to;
/** More than ten interruptions a day are muted as a whole, the grave ones with them. */
const USUAL_BUDGET = 10;

/** What holds for somebody who has chosen nothing: who runs the clinic's calls is told, the others ask for it. */
export const defaultSettings = (role: Role | null): NotificationSettings => ({
  redAlerts: may(role, 'calls.view'),
  alertFrom: LEAST_DANGER,
  quietHours: USUAL_QUIET_HOURS,
  dailyBudget: USUAL_BUDGET,
  digestAt: may(role, 'calls.view') ? USUAL_DIGEST_AT : null,
  weekly: false,
});
