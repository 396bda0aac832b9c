import { may } from '@perezvon/access';
import type { Role } from '@perezvon/contracts';

interface Reader {
  id: number;
  role: Role | null;
}

/** Whether a person sees an assignment: its owner, or who manages assignments. Its giver does, unless he lost that role. */
export const maySeeAssignment = ({ id, role }: Reader, { owner }: { owner: { id: number } }): boolean =>
  id === owner.id || may(role, 'assignments.manage');
