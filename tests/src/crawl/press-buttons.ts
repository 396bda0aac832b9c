import type { ChatMessage, Person } from '@perezvon/telegram-simulator';
import { BACK, idOf, keysOf, linkKind, MENU, pairOf, screenOf, type Key } from './read-screen.js';
import { goTo, type Position } from './go-to.js';
import { holds, nameOfStep, stepOn, stepsTo, wayTo, type Spot } from './spot.js';
import { newWalker, type Press, type Step } from './walker.js';

interface CrawlOptions {
  /** So many screens from the menu on; another page or tab of the same screen is no step. */
  depth: number;
  /**
   * Pairs of screens whose links people of less power have pressed already, see `pairOf`: of those it is enough to get to
   * every screen once.
   */
  known: ReadonlySet<string>;
  /** What is typed where a screen waits for words, by the screen's id. */
  typed: Readonly<Record<string, string>>;
  /** Buttons that are not pressed. @param screen the screen they stand on; null: one that has no name */
  isLeftOut: (key: Key, screen: string | null) => boolean;
  /** Whether a button leads to a screen; else it acts. */
  isScreen: (id: string) => boolean;
  /** Resolves when the bot has done what it was asked for. */
  settled: () => Promise<void>;
}

interface Crawl extends Position {
  options: CrawlOptions;
  /** How often each kind of link was taken. */
  taken: Map<string, number>;
}

/** Of the rows of a list so many are opened: what can be done with the first may be over when it is the other's turn. */
const ROWS = 2;
/** How deep the walk goes before it comes back for the rest. */
const ROUND_DEPTHS = [2, 4] as const;

/** Pages are alike: one on and one back is enough. */
const PAGERS: readonly string[] = ['▶️', '◀️'];
const WAYS_BACK: readonly string[] = [BACK, MENU];

/**
 * Words first: an action may close the question. Then other screens: whatever is behind them is then nearer than by way
 * of another tab or page of this one.
 */
const stepsOf = ({ message, screen, data }: Spot, { typed, isLeftOut }: CrawlOptions): Step[] => {
  const keys = keysOf(message).filter(
    (key) => !WAYS_BACK.includes(key.label) && !isLeftOut(key, screen) && key.data !== data,
  );
  const isSame = (key: Key): boolean => idOf(key.data) === screen;
  const taps = [...keys.filter((key) => !isSame(key)), ...keys.filter(isSame)];
  const words = screen === null ? undefined : typed[screen];
  return [
    ...(words === undefined ? [] : [{ kind: 'type' as const, words }]),
    ...taps.map((key): Step => ({ kind: 'tap', key })),
  ];
};

const nameOf = ({ screen, data }: Spot): string => screen ?? idOf(data ?? 'menu');

const linkOf = (spot: Spot, step: Step, { known }: CrawlOptions): string => {
  const screen = nameOf(spot);
  if (step.kind === 'type') return `${screen} › words`;
  const { label, data } = step.key;
  if (known.has(pairOf(screen, idOf(data)))) return idOf(data);
  if (PAGERS.includes(label)) return `${screen} ${label}`;
  return linkKind({ screen, data: spot.data, keys: keysOf(spot.message) }, data);
};

/** A spot on the way that a step has led back to: an action to where it was asked for, «Отмена» to what it asked about. */
const backOnWay = (from: Spot, step: Step, screen: string | null, isAction: boolean): Spot | undefined => {
  const data = step.kind === 'tap' ? step.key.data : null;
  return wayTo(from).findLast((spot) =>
    isAction ? screen !== null && spot.screen === screen : data !== null && spot.data === data,
  );
};

/** What a step has led to. */
const spotAfter = (from: Spot, step: Step, message: ChatMessage, { isScreen }: CrawlOptions): Spot => {
  const screen = screenOf(message);
  const data = step.kind === 'tap' ? step.key.data : null;
  const known = backOnWay(from, step, screen, data !== null && !isScreen(idOf(data)));
  if (known) {
    known.message = message;
    return known;
  }
  const isOpened = data !== null && (screen === null || idOf(data) === screen);
  const isSameScreen = screen !== null && screen === from.screen;
  return {
    message,
    screen,
    data: isOpened ? data : null,
    from: { spot: from, step },
    depth: from.depth + (isSameScreen ? 0 : 1),
    isGone: false,
  };
};

const isPlain = (step: Step, { isScreen }: CrawlOptions): boolean =>
  step.kind === 'tap' && isScreen(idOf(step.key.data));

/** How many of a kind of link are taken: of the rows of a list some, for what can be done with one may be over soon. */
const mostOf = ({ options }: Crawl, spot: Spot, link: string): number => {
  const isRow = stepsOf(spot, options).filter((step) => linkOf(spot, step, options) === link).length > 1;
  return isRow ? ROWS : 1;
};

/** Whether pressing it could show something new. */
const isNew = (crawl: Crawl, spot: Spot, step: Step, depth: number): boolean => {
  const { options, taken } = crawl;
  if (spot.depth >= depth || !holds(spot.message, step)) return false;
  const link = linkOf(spot, step, options);
  const times = taken.get(link) ?? 0;
  // Whether it is a row of a list matters the second time only, and takes a look at every button beside it.
  if (times > 0 && times >= mostOf(crawl, spot, link)) return false;
  return !wayTo(spot).some(({ isGone }) => isGone);
};

/** Takes a step if that is still possible. @returns what it led to; null: it is gone */
const take = async (crawl: Crawl, spot: Spot, step: Step): Promise<Spot | null> => {
  const { options, taken, walker } = crawl;
  if (!(await goTo(crawl, spot, step))) return null;
  spot.message = walker.shown();
  const link = linkOf(spot, step, options);
  taken.set(link, (taken.get(link) ?? 0) + 1);
  await walker.take(stepOn(walker.shown(), step) ?? step, stepsTo(spot));
  crawl.at = spotAfter(spot, step, walker.shown(), options);
  return crawl.at;
};

interface Round {
  /** So deep this time: what is near is looked at from near before the walk goes on. */
  depth: number;
  mayTake: (step: Step) => boolean;
}

/**
 * Takes every step that is new on a screen, and goes on behind it.
 * @param seen takes every screen in its order
 */
const explore = async (crawl: Crawl, spot: Spot, round: Round, seen: Set<Spot>): Promise<void> => {
  seen.add(spot);
  const tried = new Set<string>();
  // An action may bring buttons: they are read again each time.
  const nextStep = (): Step | undefined =>
    stepsOf(spot, crawl.options).find(
      (step) => round.mayTake(step) && !tried.has(nameOfStep(step)) && isNew(crawl, spot, step, round.depth),
    );
  for (let step = nextStep(); step; step = nextStep()) {
    tried.add(nameOfStep(step));
    const next = await take(crawl, spot, step);
    if (next) await explore(crawl, next, round, seen);
  }
};

/** Messages with buttons that came by themselves, the oldest first. */
const arrivalsOf = (person: Person, opened: ReadonlySet<number>): Spot[] =>
  person
    .messages()
    .filter(({ from, messageId, buttons }) => from === 'bot' && buttons.length > 0 && !opened.has(messageId))
    .map((message) => ({
      message,
      screen: screenOf(message),
      data: null,
      from: null,
      depth: 0,
      isGone: false,
    }));

/**
 * Presses the buttons that a person can reach from the menu and from what came by itself: of every kind of link one, and
 * «Назад» on the way. First everything that only shows something, then what acts, with what is behind it. It acts for
 * real: give it people that nobody needs afterwards.
 * @returns every press in its order
 */
export const pressButtons = async (person: Person, options: CrawlOptions): Promise<Press[]> => {
  const presses: Press[] = [];
  const opened = new Set<number>();
  const walker = newWalker({
    person,
    settled: options.settled,
    onShow: ({ messageId }) => opened.add(messageId),
    onPress: (press) => presses.push(press),
  });
  const crawl: Crawl = { options, walker, at: null, taken: new Map() };
  const seen = new Set<Spot>();
  const { depth } = options;
  const plain = (step: Step): boolean => isPlain(step, options);
  const rounds: Round[] = [
    ...ROUND_DEPTHS.map((near) => ({ depth: Math.min(near, depth), mayTake: plain })),
    { depth, mayTake: plain },
  ];
  const everything: Round = { depth, mayTake: () => true };

  await walker.openMenu();
  crawl.at = { message: walker.shown(), screen: null, data: null, from: null, depth: 0, isGone: false };
  seen.add(crawl.at);
  for (const round of rounds) for (const spot of Array.from(seen)) await explore(crawl, spot, round, seen);
  // The deepest first: what ends a thing stands on its card, before the questions about it.
  for (const spot of [...seen].toSorted((a, b) => b.depth - a.depth))
    await explore(crawl, spot, everything, seen);
  for (const arrival of arrivalsOf(person, opened)) {
    walker.lookAt(arrival.message);
    crawl.at = arrival;
    await explore(crawl, arrival, everything, seen);
  }
  return presses;
};
