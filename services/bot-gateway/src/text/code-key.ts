export { codeKey } from '@perezvon/texts';
