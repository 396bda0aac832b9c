export { startSimulator, type Simulator, type SimulatorOptions } from './simulator.js';
export type { ButtonChoice, Person, TapOptions } from './person/person.js';
export type { Faults } from './faults.js';
export type { Log } from './deps.js';
export type {
  Attachment,
  AttachmentKind,
  CallbackAnswer,
  ChatMessage,
  MessageButton,
  SimulatedPerson,
  TextEntity,
} from './state/model.js';
export {
  PortInUseError,
  SimulatorError,
  SimulatorStateError,
  UnknownPersonError,
  WaitTimeoutError,
} from './errors.js';
