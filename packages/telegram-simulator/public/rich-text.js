import { element } from './dom.js';
/** @import { TextEntity } from '../src/state/model.js' */

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'tg:']);

/** @type {ReadonlySet<TextEntity['type']>} */
const BLOCKS = new Set(['pre', 'blockquote', 'expandable_blockquote']);

/**
 * An address that may be opened; undefined for scripts and what is no address.
 * @param {string} url
 */
export const safeUrl = (url) =>
  URL.canParse(url) && SAFE_SCHEMES.has(new URL(url).protocol) ? url : undefined;

/** @param {string} url */
const link = (url) => element('a', { href: safeUrl(url), target: '_blank', rel: 'noopener noreferrer' });

const spoiler = () => {
  const hidden = element('span', {
    class: 'spoiler',
    role: 'button',
    tabindex: '0',
    'aria-label': 'Скрытый текст, показать',
  });
  const open = () => {
    hidden.classList.add('is-open');
    for (const name of ['role', 'tabindex', 'aria-label']) hidden.removeAttribute(name);
  };
  hidden.addEventListener('click', open, { once: true });
  hidden.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter' || key === ' ') open();
  });
  return hidden;
};

const expandable = () => {
  const quote = element('blockquote', {
    class: 'is-collapsed',
    tabindex: '0',
    'aria-label': 'Цитата, развернуть',
  });
  const toggle = () => quote.classList.toggle('is-collapsed');
  quote.addEventListener('click', toggle);
  quote.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') toggle();
  });
  return quote;
};

/**
 * @param {string} command
 * @param {(command: string) => void} onCommand
 */
const commandLink = (command, onCommand) => {
  const button = element('button', { type: 'button', class: 'command' });
  button.addEventListener('click', () => onCommand(command));
  return button;
};

/**
 * The element an entity's words stand in.
 * @param {TextEntity} entity
 * @param {string} words
 * @param {(command: string) => void} onCommand
 * @returns {HTMLElement}
 */
const wrapperOf = (entity, words, onCommand) => {
  switch (entity.type) {
    case 'bold':
      return element('b');
    case 'italic':
      return element('i');
    case 'underline':
      return element('u');
    case 'strikethrough':
      return element('s');
    case 'code':
      return element('code');
    case 'pre':
      return element('pre', { 'data-language': entity.language });
    case 'blockquote':
      return element('blockquote');
    case 'expandable_blockquote':
      return expandable();
    case 'spoiler':
      return spoiler();
    case 'text_link':
      return link(entity.url ?? '');
    case 'url':
      return link(words);
    case 'mention':
      return link(`https://t.me/${words.slice(1)}`);
    case 'bot_command':
      return commandLink(words, onCommand);
    case 'hashtag':
      return element('span', { class: 'hashtag' });
    default:
      return element('span');
  }
};

/**
 * Text with its formatting as elements. Entities may nest; one that crosses another is cut at its end.
 * @param {string} text
 * @param {readonly TextEntity[]} entities by offset, the longer first
 * @param {(command: string) => void} onCommand
 * @returns {DocumentFragment}
 */
export const richText = (text, entities, onCommand) => {
  const waiting = [...entities];
  /**
   * @param {DocumentFragment | HTMLElement} parent
   * @param {number} from
   * @param {number} to
   */
  const fill = (parent, from, to) => {
    let at = from;
    for (let next = waiting[0]; next && next.offset < to; next = waiting[0]) {
      waiting.shift();
      const start = Math.max(next.offset, at);
      const end = Math.min(next.offset + next.length, to);
      if (end <= start) continue;
      parent.append(text.slice(at, start));
      const wrapper = wrapperOf(next, text.slice(start, end), onCommand);
      fill(wrapper, start, end);
      parent.append(wrapper);
      // The end of a block is the end of a line already.
      at = BLOCKS.has(next.type) && text.charAt(end) === '\n' ? Math.min(end + 1, to) : end;
    }
    parent.append(text.slice(at, to));
  };
  const fragment = document.createDocumentFragment();
  fill(fragment, 0, text.length);
  return fragment;
};
