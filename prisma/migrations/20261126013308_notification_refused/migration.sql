-- AlterEnum
ALTER TYPE "NotificationDrop" ADD VALUE 'refused';
