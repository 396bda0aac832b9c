export { type Clinic } from './clinic.js';
export { CLINIC_HOURS_KEY, clinicHoursOf, DEFAULT_CLINIC_HOURS } from './default-hours.js';
export { holidayOn } from './holidays.js';
export { nightUntil } from './night.js';
export { addOpenDays, addOpenMinutes, isOpen, nextClose, nextOpen } from './open-time.js';
