import { readTexts } from '../../src/text/translate.js';

/** The real texts; a missing text or argument fails the test. */
export const strictTexts = readTexts((problem) => {
  throw new Error(problem);
});
