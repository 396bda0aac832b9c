import type { Html } from '../text/html.js';
import type { Button } from './define-place.js';

/** What has just happened, above a screen; with the ways that it opens, below the screen's own buttons. */
export interface Notice extends Html {
  readonly buttons?: readonly Button[];
}
