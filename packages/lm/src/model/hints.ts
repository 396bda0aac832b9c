import type { Upstream } from '@perezvon/contracts';

/**
 * What the telephony's own analysis says, as names of the model's hints.
 * @returns [] when there is no analysis or it is empty
 */
export const hintsOf = (upstream: Upstream | null): string[] => {
  if (upstream === null) return [];
  const { outcome, is_target: isTarget, refusal_category_code: refusal } = upstream;
  return [
    ...(outcome ? [`outcome=${outcome}`] : []),
    ...(isTarget === true || isTarget === false ? [`target=${isTarget}`] : []),
    ...(refusal ? [`refusal=${refusal}`] : []),
  ];
};
