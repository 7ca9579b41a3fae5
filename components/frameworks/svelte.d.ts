import type { HTMLAttributes } from 'svelte/elements';
import type { FamedlyCall } from '../index.ts';
import type { CallAttributes, CallListeners, CallProperties } from './call-bindings.ts';

export type { CallAttributes, CallListeners, CallProperties } from './call-bindings.ts';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'famedly-call': HTMLAttributes<FamedlyCall> & CallProperties & CallAttributes & CallListeners;
  }
}
