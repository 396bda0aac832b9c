import type { IntentHandlers } from '@perezvon/messaging';
import { approveUser } from './approve-user.js';
import { blockUser } from './block-user.js';
import { rejectUser } from './reject-user.js';
import { requestAccess } from './request-access.js';
import { setUserRole } from './set-user-role.js';
import { unblockUser } from './unblock-user.js';

/** The intents about people: the gateway knows them, so it decides about them. */
export const intents: IntentHandlers<'bot-gateway'> = {
  'user.request_access': requestAccess,
  'user.approve': approveUser,
  'user.reject': rejectUser,
  'user.set_role': setUserRole,
  'user.block': blockUser,
  'user.unblock': unblockUser,
};
