const FOCUSABLE = 'button, a[href]';

/**
 * Puts a fresh view in the place of an old one; the focus stays on the button in the same place.
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 * @param {HTMLElement} fallback gets the focus when the fresh view has nothing to focus
 */
export const replaceKeepingFocus = (old, fresh, fallback) => {
  const focusedAt = [...old.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement ?? old);
  old.replaceWith(fresh);
  if (focusedAt < 0) return;
  const buttons = [...fresh.querySelectorAll(FOCUSABLE)];
  const next = buttons[Math.min(focusedAt, buttons.length - 1)];
  (next instanceof HTMLElement ? next : fallback).focus({ preventScroll: true });
};
