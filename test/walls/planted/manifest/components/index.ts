import { FamedlyCall } from './call/famedly-call.ts';

export { FamedlyCall };
export { FamedlyCallEndEvent, FamedlyCallStartEvent } from './call/call-events.ts';
export class FamedlyOther extends HTMLElement {}
customElements.define('famedly-call', FamedlyCall);
customElements.define('famedly-other', FamedlyOther);
