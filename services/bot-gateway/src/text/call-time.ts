const SECONDS_A_MINUTE = 60;

/** A place in a call or the length of a talk: 41 s → `0:41`. Fractions are cut, as a player shows them. */
export const callTime = (seconds: number): string => {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / SECONDS_A_MINUTE)}:${String(whole % SECONDS_A_MINUTE).padStart(2, '0')}`;
};
