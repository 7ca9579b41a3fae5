import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { FamedlyCall } from '../index.ts';
import type { FamedlyGroupCall } from '../group.ts';
import type { CallAttributes, CallListeners, CallProperties } from './call-bindings.ts';
import type { GroupCallAttributes, GroupCallListeners, GroupCallProperties } from './group-call-bindings.ts';

export type { CallAttributes, CallListeners, CallProperties } from './call-bindings.ts';
export type { GroupCallAttributes, GroupCallListeners, GroupCallProperties } from './group-call-bindings.ts';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'famedly-call': DetailedHTMLProps<HTMLAttributes<FamedlyCall>, FamedlyCall> &
        CallProperties &
        CallAttributes &
        CallListeners;
      'famedly-group-call': DetailedHTMLProps<HTMLAttributes<FamedlyGroupCall>, FamedlyGroupCall> &
        GroupCallProperties &
        GroupCallAttributes &
        GroupCallListeners;
    }
  }
}
