import type { IntentHandlers } from '@perezvon/messaging';
import type { DevelopersChat } from '../problems/developer-chats.js';
import { approveUser } from './approve-user.js';
import { blockUser } from './block-user.js';
import { configureNotifications } from './configure-notifications.js';
import { dismissNotification } from './dismiss-notification.js';
import { handOutExport } from './hand-out-export.js';
import { answerProblem, closeProblem, continueProblem, createTicket, reportProblem } from './problem.js';
import { linkCall } from './link-call.js';
import { rejectUser } from './reject-user.js';
import { requestAccess } from './request-access.js';
import { setClinicHours } from './clinic-hours.js';
import { changeContact, chooseOwnLanguage } from './settings.js';
import { changeAverageBooking } from './set-average-booking.js';
import { setUserRole } from './set-user-role.js';
import { unblockUser } from './unblock-user.js';

/** What the gateway decides itself: about the people it knows, their settings and what they tell the developers. */
export const intents = (chat: DevelopersChat & { timezone: string }): IntentHandlers<'bot-gateway'> => ({
  'call.link': linkCall,
  'export.hand_out': handOutExport,
  'notification.configure': configureNotifications,
  'notification.dismiss': dismissNotification,
  'user.request_access': requestAccess,
  'user.approve': approveUser,
  'user.reject': rejectUser,
  'user.set_role': setUserRole,
  'user.block': blockUser,
  'user.unblock': unblockUser,
  'problem.report': reportProblem(chat),
  'ticket.create': createTicket(chat),
  'problem.answer': answerProblem(chat),
  'problem.continue': continueProblem(chat),
  'problem.close': closeProblem,
  'settings.choose_language': chooseOwnLanguage,
  'settings.set_contact': changeContact,
  'settings.set_average_booking': changeAverageBooking,
  'settings.set_hours': setClinicHours(chat.timezone),
});
