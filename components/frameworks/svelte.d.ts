import type { HTMLAttributes } from 'svelte/elements';
import type { FamedlyCall } from '../index.ts';
import type { FamedlyGroupCall } from '../group.ts';
import type { CallAttributes, CallListeners, CallProperties } from './call-bindings.ts';
import type { GroupCallAttributes, GroupCallListeners, GroupCallProperties } from './group-call-bindings.ts';

export type { CallAttributes, CallListeners, CallProperties } from './call-bindings.ts';
export type { GroupCallAttributes, GroupCallListeners, GroupCallProperties } from './group-call-bindings.ts';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'famedly-call': HTMLAttributes<FamedlyCall> & CallProperties & CallAttributes & CallListeners;
    'famedly-group-call': HTMLAttributes<FamedlyGroupCall> &
      GroupCallProperties &
      GroupCallAttributes &
      GroupCallListeners;
  }
}
