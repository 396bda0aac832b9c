/** What decides how many of a day's dialogues are sent. */
export interface Traffic {
  /** Dialogues of the busiest of the last days. */
  readonly busiestDay: number;
  /** What a request cost on average; null: nobody knows yet. */
  readonly meanTokens: number | null;
}

export interface DailyBudget {
  readonly calls: number;
  readonly tokens: number;
}

/** A call of some minutes with the prompt and the answer. */
const USUAL_TOKENS = 5_000;

/**
 * The share of dialogues that the budget is enough for, 0–1. By the busiest day: on any other the budget is not used up,
 * but the calls of an evening are compared as often as those of a morning.
 */
export const sampledShare = ({ busiestDay, meanTokens }: Traffic, { calls, tokens }: DailyBudget): number => {
  const affordable = Math.min(calls, Math.floor(tokens / Math.max(1, meanTokens ?? USUAL_TOKENS)));
  return busiestDay <= affordable ? 1 : affordable / busiestDay;
};
