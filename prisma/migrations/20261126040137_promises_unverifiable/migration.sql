-- AlterEnum
ALTER TYPE "PromiseState" ADD VALUE 'unverifiable';
