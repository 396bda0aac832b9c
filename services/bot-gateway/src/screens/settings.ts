import { lines } from '../text/html.js';
import { defineScreen } from './define-screen.js';
import { settingsPlace } from './places/settings.js';

/** «🔧 Настройки». */
export const settings = defineScreen({
  ...settingsPlace,
  load: (_tools, _params) => ({}),
  render: (_data, { t }) => ({
    text: lines(t('settings-title')),
    rows: [],
  }),
});
