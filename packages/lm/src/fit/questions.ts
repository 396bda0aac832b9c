import {
  CHOICES,
  CHOICE_NAMES,
  choiceTarget,
  YES_NO_TARGETS,
  type Choice,
  type YesNoTarget,
} from '../model/model-file.js';
import { choiceAnswer, yesNoAnswer } from './answers.js';
import type { Labels } from './labelled.js';

/** One fit: a yes/no question, or a choice among several values. */
export interface Question {
  /** Columns of the model it fills, in order. */
  readonly targets: readonly string[];
  readonly classes: number;
  /** −1: this call does not answer it. */
  readonly answer: (labels: Labels) => number;
  /** It asks what happened, which the dialogue's state tells best; other questions ask how people took it. */
  readonly asksEvents: boolean;
}

const EVENTS: ReadonlySet<YesNoTarget | Choice> = new Set(['outcome', 'target', 'followup'] as const);

export const QUESTIONS: readonly Question[] = [
  ...YES_NO_TARGETS.map((target): Question => ({
    targets: [target],
    classes: 1,
    answer: (labels) => (yesNoAnswer(labels, target) ? 1 : 0),
    asksEvents: EVENTS.has(target),
  })),
  ...CHOICE_NAMES.map((choice): Question => ({
    targets: CHOICES[choice].map((value) => choiceTarget(choice, value)),
    classes: CHOICES[choice].length,
    answer: (labels) => choiceAnswer(labels, choice),
    asksEvents: EVENTS.has(choice),
  })),
];
