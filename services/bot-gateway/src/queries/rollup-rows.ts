export { SHOWN } from '@perezvon/db/calls';
