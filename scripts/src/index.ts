export { demoCalls, demoCallsOfDay, type DemoOptions } from './demo/demo-calls.js';
export { loadDemoTexts, type DemoTexts } from './demo/load-texts.js';
export { SERVICE_NAMES, type ServiceName } from './services.js';
