import { codeKey } from '@perezvon/texts';
import type { AssignmentCard } from '../../queries/assignments/find-assignment.js';
import type { Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';

/** What a training is about, in a line of its assignment: whose calls, by which metric, and the pattern where there is one. */
export const trainingLine = (
  { operator, metric, pattern }: NonNullable<AssignmentCard['training']>,
  t: Translate,
): Html =>
  t('assignment-training', {
    operator,
    metric: t(codeKey('metric', metric)),
    pattern: pattern === null ? 'none' : t(codeKey('pattern', pattern)),
  });
