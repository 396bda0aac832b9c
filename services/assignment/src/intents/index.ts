import type { IntentHandlers } from '@perezvon/messaging';
import { completeAssignment } from './complete-assignment.js';
import { createAssignment } from './create-assignment.js';
import { createAssignments } from './create-assignments.js';
import { cancelAssignment, failAssignment } from './explained-moves.js';
import { extendAssignment } from './extend-assignment.js';
import { approveCompensation } from '../compensations/approve.js';
import { proposeCompensation } from '../compensations/propose.js';
import { refuseCompensation } from '../compensations/refuse.js';
import { setCompensationLimit } from '../compensations/set-limit.js';
import { withdrawCompensation } from '../compensations/withdraw.js';
import { dismissPromise } from '../promises/dismiss-promise.js';
import { markCallListened } from './mark-listened.js';
import { pauseAssignment, resumeAssignment } from './pause-assignment.js';
import { acceptAssignment, startAssignment } from './plain-moves.js';
import { reassignAssignment } from './reassign-assignment.js';
import { returnAssignment } from './return-assignment.js';

/** Every intent that this service owns. */
export const intents: IntentHandlers<'assignment'> = {
  'assignment.create': createAssignment,
  'assignment.create_many': createAssignments,
  'assignment.accept': acceptAssignment,
  'assignment.start': startAssignment,
  'assignment.complete': completeAssignment,
  'assignment.fail': failAssignment,
  'assignment.extend': extendAssignment,
  'assignment.pause': pauseAssignment,
  'assignment.resume': resumeAssignment,
  'assignment.reassign': reassignAssignment,
  'assignment.cancel': cancelAssignment,
  'assignment.return': returnAssignment,
  'call.mark_listened': markCallListened,
  'promise.dismiss': dismissPromise,
  'compensation.propose': proposeCompensation,
  'compensation.approve': approveCompensation,
  'compensation.refuse': refuseCompensation,
  'compensation.withdraw': withdrawCompensation,
  'compensation.set_limit': setCompensationLimit,
};
