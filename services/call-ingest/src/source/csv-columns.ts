/** What a row of a file can say about a call. */
export type CsvField =
  | 'history_id'
  | 'call_date'
  | 'call_start_epoch'
  | 'direction'
  | 'await_sec'
  | 'talk_duration'
  | 'operator'
  | 'caller_info'
  | 'called_info'
  | 'client_phone'
  | 'caller_number'
  | 'called_number'
  | 'transcript'
  | 'recording_url'
  | 'source'
  | UpstreamField;

export const UPSTREAM_FIELDS = [
  'call_category',
  'outcome',
  'is_target',
  'requested_service',
  'refusal_category_code',
  'refusal_reason',
  'call_score',
  'number_checklist',
] as const;
type UpstreamField = (typeof UPSTREAM_FIELDS)[number];

/**
 * The names of each field's columns, ours first, then those of OperatorBot's tables `call_history` and
 * `call_scores`; in a row the first column that is not empty counts. Columns named nowhere here are ignored, so
 * is `recording_id`: it is an id of Mango Office's API, not a place where a recording can be fetched.
 */
export const CSV_COLUMNS: Readonly<Record<CsvField, readonly string[]>> = {
  history_id: ['history_id'],
  call_date: ['call_date', 'context_start_time_dt'],
  /** Seconds since 1970, UTC. */
  call_start_epoch: ['context_start_time', 'context_start_timestamp'],
  direction: ['direction', 'context_type'],
  await_sec: ['await_sec'],
  talk_duration: ['talk_duration'],
  operator: ['operator', 'operator_name'],
  /** Who rang: the operator of an outbound call. */
  caller_info: ['caller_info'],
  /** Who was rung: the operator of an inbound call. */
  called_info: ['called_info'],
  client_phone: ['client_phone'],
  caller_number: ['caller_number'],
  called_number: ['called_number'],
  transcript: ['transcript'],
  recording_url: ['recording_url'],
  source: ['source', 'utm_source_by_number'],
  call_category: ['call_category'],
  outcome: ['outcome'],
  is_target: ['is_target'],
  requested_service: ['requested_service', 'requested_service_name'],
  refusal_category_code: ['refusal_category_code'],
  refusal_reason: ['refusal_reason'],
  call_score: ['call_score'],
  number_checklist: ['number_checklist'],
};

/** Each of these must have a column, or no row of the file can be read. */
export const REQUIRED_FIELDS: readonly (readonly CsvField[])[] = [
  ['history_id'],
  ['call_date', 'call_start_epoch'],
  ['direction'],
];

/** How exports write the direction; 1 and 2 are Mango Office's `context_type`. */
export const CSV_DIRECTIONS: Readonly<Record<string, 'inbound' | 'outbound'>> = {
  inbound: 'inbound',
  incoming: 'inbound',
  in: 'inbound',
  входящий: 'inbound',
  '1': 'inbound',
  outbound: 'outbound',
  outgoing: 'outbound',
  out: 'outbound',
  исходящий: 'outbound',
  '2': 'outbound',
};

/** How database tools write that a cell holds nothing. */
export const EMPTY_CELLS: ReadonlySet<string> = new Set(['', 'NULL', '\\N']);
