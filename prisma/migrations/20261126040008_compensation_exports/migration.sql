-- AlterEnum
ALTER TYPE "ExportContent" ADD VALUE 'compensation';
