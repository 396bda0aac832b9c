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
import {
  trainingDuePlace,
  trainingOwnerPlace,
  type GivenTrainingPlan,
  type TrainingPlan,
} from '../places/trainings.js';

/** What a training is about, as far as it is chosen. */
interface PlanFacts {
  /** null: it is about a pattern in many calls. */
  call: CallBrief | null;
  operator: { code: string; name: PersonName | null };
}

/** Everything but the deadline. */
interface GivenPlanFacts extends PlanFacts {
  owner: PersonName;
  clinic: Clinic;
}

/** null: the call or the operator is gone. */
export const loadPlan = async (
  { db }: Pick<LoadTools, 'db'>,
  { historyId, operator }: Pick<TrainingPlan, 'historyId' | 'operator'>,
): Promise<PlanFacts | null> => {
  const [call, found] = await Promise.all([
    historyId === null ? null : findCallBrief(db, historyId),
    findOperatorByKey(db, operator),
  ]);
  const code = found?.code ?? null;
  if (code === null || (historyId !== null && call === null)) return null;
  return { call, operator: { code, name: await findOperatorUser(db, code) } };
};

/** null: the call, the operator or the owner is gone. */
export const loadGivenPlan = async (
  tools: Pick<LoadTools, 'db' | 'timezone'>,
  params: GivenTrainingPlan,
): Promise<GivenPlanFacts | null> => {
  const [plan, owner, clinic] = await Promise.all([
    loadPlan(tools, params),
    findPersonName(tools.db, params.ownerId),
    findClinic(tools.db, tools.timezone),
  ]);
  return plan && owner && { ...plan, owner, clinic };
};

type Tools = Pick<RenderTools<TrainingPlan>, 't' | 'moment' | 'params'>;

/** What is taught to whom, and how it will be measured; above every step. */
export const planLines = (
  { call, operator }: PlanFacts,
  { t, moment, params }: Tools,
  owner: PersonName | null = null,
): Html => {
  const { pattern, metric } = params;
  return lines(
    call === null ? null : t('training-plan-title-call', { id: call.historyId, at: moment(call.callDate) }),
    pattern === null ? null : t('training-plan-title-pattern', { pattern: t(codeKey('pattern', pattern)) }),
    t('training-plan-operator', { operator: operatorWords(operator, t) }),
    t('training-plan-metric', { metric: t(codeKey('metric', metric)) }),
    owner === null ? null : t('training-plan-owner', { name: nameOf(owner) }),
  );
};

/** On to the deadline with the operator himself, or to the choice of somebody where he is not in the bot. */
export const planNext = (label: Html, plan: TrainingPlan, userId: number | null): Button =>
  userId === null
    ? trainingOwnerPlace.link(label, { ...plan, page: 0 })
    : trainingDuePlace.link(label, { ...plan, ownerId: userId });

/** «🎓 Назначить тренинг» */
export const giveTrainingButton = (plan: TrainingPlan, userId: number | null, t: Translate): Button =>
  planNext(t('button-give-training'), plan, userId);
