export { readEvidence, readRuledOut, strongestOf } from '@perezvon/db/calls';
