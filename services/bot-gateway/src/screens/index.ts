import { analytics } from './analytics.js';
import { auditLog, logCall, logPeople } from './audit-log.js';
import { callCard, markListened } from './call-card.js';
import { callList } from './call-list.js';
import type { ActionEntry } from './define-action.js';
import type { ScreenEntry } from './define-screen.js';
import { help, helpChapter } from './help.js';
import { listen } from './listen.js';
import { menu } from './menu.js';
import { transcript } from './transcript.js';
import { approve, block, reject, setRole, unblock } from './user-actions.js';
import { userCard } from './user-card.js';
import { operatorCode, userRole } from './user-role.js';
import { people, users } from './users.js';
import { requestAccess, welcome } from './welcome.js';

/** Every screen that a button or a command can lead to. */
export const SCREENS: readonly ScreenEntry[] = [
  welcome,
  menu,
  users,
  people,
  userCard,
  userRole,
  operatorCode,
  auditLog,
  logPeople,
  logCall,
  help,
  helpChapter,
  analytics,
  callList,
  callCard,
  transcript,
  listen,
];

/** Every button that asks a service for something. */
export const ACTIONS: readonly ActionEntry[] = [
  requestAccess,
  approve,
  reject,
  setRole,
  block,
  unblock,
  markListened,
];
