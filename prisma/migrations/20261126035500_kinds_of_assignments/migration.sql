-- By themselves: PostgreSQL uses a new value of an enum in a later transaction only.

-- AlterEnum
ALTER TYPE "AssignmentKind" ADD VALUE 'compensation';
ALTER TYPE "AssignmentKind" ADD VALUE 'marketing';
ALTER TYPE "AssignmentKind" ADD VALUE 'task';
ALTER TYPE "AssignmentResult" ADD VALUE 'confirmed';
ALTER TYPE "AssignmentResult" ADD VALUE 'not_confirmed';
ALTER TYPE "AssignmentResult" ADD VALUE 'process';
ALTER TYPE "NotificationDrop" ADD VALUE 'moved';
ALTER TYPE "NotificationKind" ADD VALUE 'reminder';
