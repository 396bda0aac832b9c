import type { Clinic } from '@perezvon/clinic-hours';
import { findClinic } from '@perezvon/db';
import { codeKey } from '@perezvon/texts';
import { nameOf, type PersonName } from '../../people/person.js';
import { findCallBrief, type CallBrief } from '../../queries/calls/find-call-brief.js';
import { findOperatorUser } from '../../queries/people/find-operator.js';
import { findPersonName } from '../../queries/people/find-person-name.js';
import { findOperatorByKey } from '../../queries/people/list-operators.js';
import { lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import type { LoadTools, RenderTools } from '../define-screen.js';
import { operatorWords } from '../operators/operator-words.js';
import { trainingDuePlace, trainingOwnerPlace, type GivenLesson, type Lesson } from '../places/trainings.js';

/** What a training is about, as far as it is chosen. */
interface LessonFacts {
  /** null: it is about a pattern in many calls. */
  call: CallBrief | null;
  operator: { code: string; name: PersonName | null };
}

/** Everything but the deadline. */
interface GivenLessonFacts extends LessonFacts {
  owner: PersonName;
  clinic: Clinic;
}

/** null: the call or the operator is gone. */
export const loadLesson = async (
  { db }: Pick<LoadTools, 'db'>,
  { historyId, operator }: Pick<Lesson, 'historyId' | 'operator'>,
): Promise<LessonFacts | null> => {
  const [call, found] = await Promise.all([
    historyId === null ? null : findCallBrief(db, historyId),
    findOperatorByKey(db, operator),
  ]);
  const code = found?.code ?? null;
  if (code === null || (historyId !== null && call === null)) return null;
  return { call, operator: { code, name: await findOperatorUser(db, code) } };
};

/** null: the call, the operator or the owner is gone. */
export const loadGivenLesson = async (
  tools: Pick<LoadTools, 'db' | 'timezone'>,
  params: GivenLesson,
): Promise<GivenLessonFacts | null> => {
  const [lesson, owner, clinic] = await Promise.all([
    loadLesson(tools, params),
    findPersonName(tools.db, params.ownerId),
    findClinic(tools.db, tools.timezone),
  ]);
  return lesson && owner && { ...lesson, owner, clinic };
};

type Tools = Pick<RenderTools<Lesson>, 't' | 'moment' | 'params'>;

/** What is taught to whom, and how it will be measured; above every step. */
export const lessonLines = (
  { call, operator }: LessonFacts,
  { t, moment, params }: Tools,
  owner: PersonName | null = null,
): Html => {
  const { pattern, metric } = params;
  return lines(
    call === null ? null : t('lesson-title-call', { id: call.historyId, at: moment(call.callDate) }),
    pattern === null ? null : t('lesson-title-pattern', { pattern: t(codeKey('pattern', pattern)) }),
    t('lesson-operator', { operator: operatorWords(operator, t) }),
    t('lesson-metric', { metric: t(codeKey('metric', metric)) }),
    owner === null ? null : t('lesson-owner', { name: nameOf(owner) }),
  );
};

/** On to the deadline with the operator himself, or to the choice of somebody where he is not in the bot. */
export const lessonNext = (label: Html, lesson: Lesson, userId: number | null): Button =>
  userId === null
    ? trainingOwnerPlace.link(label, { ...lesson, page: 0 })
    : trainingDuePlace.link(label, { ...lesson, ownerId: userId });

/** «🎓 Назначить тренинг» */
export const giveLessonButton = (lesson: Lesson, userId: number | null, t: Translate): Button =>
  lessonNext(t('button-give-training'), lesson, userId);
