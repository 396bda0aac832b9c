export const CHALLENGE_HELP = `challenge --input LABELLED [--errors]
  Asks the configured language model about labelled calls and compares its answers with the labels, in the table of
  evaluate. Needs LM_LLM_BASE_URL and LM_LLM_MODEL (environment or .env); no database. Calls leave the house redacted.
  Each run may spend LM_LLM_DAILY_CALLS requests and LM_LLM_DAILY_TOKENS tokens; calls beyond them are left out and counted.
  --input LABELLED  labelled calls as JSONL; "-" is standard input
  --errors          also the ids of what was raised wrongly and what was missed`;
