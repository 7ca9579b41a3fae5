import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { FamedlyCall } from '../index.ts';
import type { CallAttributes, CallListeners, CallProperties } from './call-bindings.ts';

export type { CallAttributes, CallListeners, CallProperties } from './call-bindings.ts';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'famedly-call': DetailedHTMLProps<HTMLAttributes<FamedlyCall>, FamedlyCall> &
        CallProperties &
        CallAttributes &
        CallListeners;
    }
  }
}
