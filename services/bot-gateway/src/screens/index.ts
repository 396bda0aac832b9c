import type { ActionEntry } from './define-action.js';
import type { ScreenEntry } from './define-screen.js';
import { menu } from './menu.js';
import { requestAccess, welcome } from './welcome.js';

/** Every screen that a button or a command can lead to. */
export const SCREENS: readonly ScreenEntry[] = [welcome, menu];

/** Every button that asks a service for something. */
export const ACTIONS: readonly ActionEntry[] = [requestAccess];
