import { may } from '@perezvon/access';
import type { Role } from '@perezvon/contracts';

interface Reader {
  id: number;
  role: Role | null;
}

/** Whether a person sees an assignment: its owner, its giver, or who manages assignments. */
export const maySeeAssignment = (
  { id, role }: Reader,
  { owner, givenBy }: { owner: { id: number }; givenBy: { id: number } },
): boolean => id === owner.id || id === givenBy.id || may(role, 'assignments.manage');
