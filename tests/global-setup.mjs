// Jest imports these two files itself, outside its own module system: they hand over the compiled code.
export { setup as default } from './dist/global-setup.js';
