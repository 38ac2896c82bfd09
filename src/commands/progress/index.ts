export * from './types';
export { carryOverProgress } from './carry-over-progress';
export { exportCalendar } from './export-calendar';
export { readProgressView } from './read-progress-view';
export { recordProgress } from './record-progress';
export { renewProgress, resolveTiming } from './renew-progress';
export { showEvents } from './show-events';
