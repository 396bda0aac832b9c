export { teardown as default } from './dist/global-setup.js';
