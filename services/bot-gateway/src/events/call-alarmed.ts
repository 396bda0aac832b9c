import { rolesWith } from '@perezvon/access';
import { dangerOf, type callAlarmed } from '@perezvon/contracts';
import type { TransactionHandler } from '@perezvon/messaging';
import { GROUP_MS } from '../notifications/alert-time.js';
import { whyNotTell } from '../notifications/tellable.js';
import { SETTINGS_COLUMNS, settingsOf } from '../store/notification-settings.js';
import { insertNotifications } from '../store/notifications.js';

/** A call is red: everybody in charge who wants to know has it noted, and is told when his time has come. */
export const callAlarmedHandler: TransactionHandler<typeof callAlarmed> = {
  kind: 'transaction',
  handle: async ({ payload: { historyId } }, { tx, now }) => {
    const score = await tx.callScore.findFirst({
      where: { historyId, isCurrent: true },
      select: {
        complaintRiskFlag: true,
        complaintRiskScore: true,
        churnRiskLevel: true,
        churnRiskScore: true,
      },
    });
    const danger = score && dangerOf(score);
    if (danger === null) return [];
    const people = await tx.user.findMany({
      where: { status: 'active', role: { in: rolesWith('calls.view') } },
      select: { id: true, role: true, status: true, notificationSettings: { select: SETTINGS_COLUMNS } },
    });
    const call = { danger, isAssigned: false, hasHeard: false };
    const createdAt = now();
    await insertNotifications(
      tx,
      people
        .filter(
          (person) => whyNotTell(call, settingsOf(person.notificationSettings, person.role), person) === null,
        )
        .map(({ id }) => ({
          userId: id,
          historyId,
          danger,
          createdAt,
          notBefore: new Date(createdAt.getTime() + GROUP_MS),
        })),
    );
    return [];
  },
};
