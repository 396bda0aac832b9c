import { callParser, type Rejection } from '../record/parse-call.js';
import type { RecordOptions } from '../record/incoming-call.js';
import type { RawRecord } from '../source/raw-record.js';

/** What a look through a file without storing anything tells. */
export interface Survey {
  valid: number;
  rejected: number;
  /** Start of the newest valid call, UTC; null when there is none. */
  newest: string | null;
}

interface SurveyHooks {
  onRejected: (rejection: Rejection) => void;
  /** Called for each call that can be taken. */
  onValid: () => void;
  signal: AbortSignal;
}

/** Checks every record of a stream and stores none; an aborted signal ends it early. */
export const surveyRecords = async (
  records: AsyncIterable<RawRecord>,
  options: RecordOptions,
  { onRejected, onValid, signal }: SurveyHooks,
): Promise<Survey> => {
  const parse = callParser(options);
  const survey: Survey = { valid: 0, rejected: 0, newest: null };
  const reject = (rejection: Rejection): void => {
    survey.rejected += 1;
    onRejected(rejection);
  };
  for await (const record of records) {
    if (signal.aborted) break;
    if ('problem' in record) {
      reject({ line: record.line, history_id: null, error: record.problem });
      continue;
    }
    const parsed = parse(record.value);
    if (!parsed.ok) {
      reject({ line: record.line, history_id: parsed.historyId, error: parsed.error });
      continue;
    }
    survey.valid += 1;
    onValid();
    // All dates have one form: the later one is the greater text.
    if (survey.newest === null || parsed.call.call_date > survey.newest)
      survey.newest = parsed.call.call_date;
  }
  return survey;
};
