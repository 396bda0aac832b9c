import type { GatewayDeps } from '../deps.js';
import { mayOpen, type Person } from '../people/person.js';
import { momentWords } from '../text/clock-words.js';
import type { Translate } from '../text/translate.js';
import { compose, composeLine, type Composed } from './compose.js';
import type { Address } from './define-place.js';
import type { OpenScreen, RenderTools } from './define-screen.js';
import type { Trail } from './navigation.js';
import type { Notice } from './notice.js';
import { menuPlace, welcomePlace } from './places/root.js';

/** What drawing needs of the gateway. */
type DrawDeps = Pick<
  GatewayDeps,
  'db' | 'now' | 'texts' | 'screens' | 'timezone' | 'botName' | 'surroundings'
>;

/** A screen ready to be sent, with the way that leads to it. */
export interface Drawn {
  composed: Composed;
  trail: Trail;
  /** It waits for typed words. */
  takesWords: boolean;
}

/** What every render of this person's screens gets. */
export const renderBase = (
  deps: Pick<DrawDeps, 'now' | 'texts' | 'timezone'>,
  person: Person,
): Omit<RenderTools<unknown>, 'params'> & { t: Translate } => ({
  t: deps.texts.in(person.language),
  person,
  now: deps.now(),
  timezone: deps.timezone,
  moment: (at) => momentWords(at, deps.timezone),
});

/** Where a person's ways begin: the menu, or the door. */
export const rootFor = (person: Person): Address =>
  person.status === 'active' ? menuPlace.address({}) : welcomePlace.address({});

const drawRoot = async (deps: DrawDeps, person: Person, notice: Notice | null): Promise<Drawn> => {
  const trail = [rootFor(person)];
  const screen = deps.screens.findScreen(rootFor(person).data);
  if (!screen) throw new Error('the menu and the welcome have to be in the list of screens');
  return drawOpen(deps, person, screen, trail, notice);
};

const drawOpen = async (
  deps: DrawDeps,
  person: Person,
  screen: OpenScreen,
  trail: Trail,
  notice: Notice | null,
): Promise<Drawn> => {
  const base = renderBase(deps, person);
  const { db, now, timezone, botName, surroundings } = deps;
  const drawing = await screen.draw({ db, now, timezone, botName, surroundings, person }, base);
  const { t } = base;
  return {
    composed: compose(drawing ?? { text: t('screen-gone'), rows: [] }, { person, t, trail, notice }),
    trail,
    takesWords: drawing !== null && screen.typed !== null,
  };
};

/**
 * Draws the last screen of a trail for a person as he is now: a role taken away closes old buttons too.
 * @param notice what has just happened, above the screen
 * @throws what the database throws
 */
export const drawTrail = async (
  deps: DrawDeps,
  person: Person,
  trail: Trail,
  notice: Notice | null = null,
): Promise<Drawn> => {
  const target = trail.at(-1) ?? rootFor(person);
  const screen = deps.screens.findScreen(target.data);
  const t = deps.texts.in(person.language);
  if (!screen)
    return { composed: composeLine(t('screen-outdated'), t), trail: [rootFor(person)], takesWords: false };
  if (mayOpen(person, screen.permission)) return drawOpen(deps, person, screen, trail, notice);
  return drawRoot(deps, person, notice ?? (person.status === 'active' ? t('screen-denied') : null));
};
