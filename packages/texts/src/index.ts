export { codeKey } from './code-key.js';
export { fillText, type OnTextProblem } from './fill-text.js';
export { DEFAULT_LANGUAGE, languageOf, LANGUAGES, type Language } from './languages.js';
export { nameOf, type PersonName } from './person-name.js';
export { DOMAIN_LOCALES, readBundle } from './read-bundle.js';
