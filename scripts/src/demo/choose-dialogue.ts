import type { PlannedCall } from './day-plan.js';
import type { Random } from './random.js';
import type { Dialogue, Operator } from './texts-schema.js';

/** Shares of the families among answered calls; what the operators' habits then multiply. */
const FAMILY_WEIGHT: Readonly<Record<string, number>> = {
  booking: 30,
  price: 12,
  complaint: 4,
  callback: 8,
  cancel: 5,
  reschedule: 6,
  info: 14,
  cross_sell: 5,
  non_target: 4,
  spam: 4,
  technical: 3,
  refusal: 4,
  outbound: 16,
};
/** Even in a quiet hour somebody hangs up; at the peak every sixth does. */
const UNANSWERED_AT_REST = 0.04;
const UNANSWERED_AT_PEAK = 0.16;
/** An IVR that nobody got through is a technical matter, not a missed call: rare. */
const UNANSWERED_FAMILY_WEIGHT: Readonly<Record<string, number>> = { missed: 10, technical: 1, outbound: 2 };

/** Who speaks, and what; `operator` null: nobody answered. */
export interface ChosenDialogue {
  operator: Operator | null;
  dialogue: Dialogue;
}

const onShift = (operators: readonly Operator[], { at }: PlannedCall): Operator[] =>
  operators.filter(
    ({ shift, hours: [from, to] }) => shift.includes(at.weekday) && at.hour >= from && at.hour < to,
  );

const pickUnanswered = (dialogues: readonly Dialogue[], isNight: boolean, random: Random): Dialogue =>
  random.weighted(
    dialogues.filter(({ answered, night }) => !answered && night === isNight),
    ({ family, weight }) => weight * (UNANSWERED_FAMILY_WEIGHT[family] ?? 0),
  );

const pickAnswered = (dialogues: readonly Dialogue[], operator: Operator, random: Random): Dialogue => {
  const answered = dialogues.filter((dialogue) => dialogue.answered);
  const family = random.weighted(
    Object.keys(FAMILY_WEIGHT),
    (name) => (FAMILY_WEIGHT[name] ?? 0) * (operator.habits[name] ?? 1),
  );
  return random.weighted(
    answered.filter((dialogue) => dialogue.family === family),
    ({ weight }) => weight,
  );
};

/** Decides what one call of the plan is about. */
export const chooseDialogue = (
  call: PlannedCall,
  { dialogues, operators }: { dialogues: readonly Dialogue[]; operators: readonly Operator[] },
  random: Random,
): ChosenDialogue => {
  const present = onShift(operators, call);
  const unanswered = UNANSWERED_AT_REST + (UNANSWERED_AT_PEAK - UNANSWERED_AT_REST) * call.load;
  if (call.isNight || present.length === 0 || random.chance(unanswered))
    return { operator: null, dialogue: pickUnanswered(dialogues, call.isNight, random) };
  const operator = random.pick(present);
  return { operator, dialogue: pickAnswered(dialogues, operator, random) };
};
