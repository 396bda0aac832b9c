import type { CalcProfile } from '@perezvon/contracts';
import { DEFAULT_CALIBRATION, type YesNoTarget } from '../model/model-file.js';
import type { LinearModel } from '../model/linear-model.js';
import type { ClinicWeights, Thresholds } from './clinic-schema.js';

/** The question of the model behind each metric whose threshold a clinic may set. */
export const TARGET_OF: Readonly<Record<keyof Thresholds, YesNoTarget>> = {
  complaint_risk_flag: 'complaint',
  followup_needed_flag: 'followup',
  lost_opportunity_score: 'lost',
  churn_risk_level: 'churn_high',
  cross_sell_potential: 'cross_sell',
};
const hasThreshold = (name: string): name is keyof Thresholds => Object.hasOwn(TARGET_OF, name);
const METRICS_WITH_THRESHOLD = Object.keys(TARGET_OF).filter(hasThreshold);

const withThresholds = (model: LinearModel, own: Thresholds): LinearModel => {
  const calibration = { ...model.calibration };
  for (const metric of METRICS_WITH_THRESHOLD) {
    const threshold = own[metric];
    const target = TARGET_OF[metric];
    if (threshold !== undefined)
      calibration[target] = { ...(calibration[target] ?? DEFAULT_CALIBRATION), threshold };
  }
  return { ...model, calibration };
};

/** The model for each kind of hours: the same weights, the clinic's thresholds. */
export const modelsByProfile = (
  model: LinearModel,
  weights: ClinicWeights | undefined,
): Readonly<Record<CalcProfile, LinearModel>> => {
  if (weights === undefined) return { default: model, night: model, weekend: model };
  const { thresholds, thresholds_by_profile: byProfile } = weights;
  const of = (profile: CalcProfile): LinearModel =>
    withThresholds(model, { ...thresholds, ...byProfile[profile] });
  return { default: of('default'), night: of('night'), weekend: of('weekend') };
};
