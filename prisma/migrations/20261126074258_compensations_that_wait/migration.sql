-- AlterEnum
ALTER TYPE "ReminderLevel" ADD VALUE 'undecided';
