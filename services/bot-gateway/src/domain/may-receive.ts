import { may, readsMasked } from '@perezvon/access';
import { exportPermission, type ExportContent, type Role } from '@perezvon/contracts';

/**
 * Whether a role may be given a file as it stands: it may export such things, and a file with people's words in the open
 * goes to whom may read them so.
 */
export const mayReceive = (
  role: Role | null,
  { content, isMasked }: { content: ExportContent; isMasked: boolean },
): boolean => may(role, exportPermission(content)) && (isMasked || !readsMasked(role));
