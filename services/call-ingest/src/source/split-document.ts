import { RECORD_TOO_LONG, type Splitter } from './raw-record.js';
import { recordBuffer } from './record-buffer.js';

/** Takes the whole stream as one record: a JSON object over several lines. */
export const splitDocument = (): Splitter => {
  const pending = recordBuffer();
  return {
    push: (chunk) => {
      pending.add(chunk);
      return [];
    },
    end: () => {
      const bytes = pending.take();
      return [bytes === null ? { line: 1, problem: RECORD_TOO_LONG } : { line: 1, bytes }];
    },
  };
};
