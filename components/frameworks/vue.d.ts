import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { FamedlyCall } from '../index.ts';
import type { FamedlyGroupCall, GroupCallEventMap } from '../group.ts';
import type { CallEvents, CallProperties } from './call-bindings.ts';
import type { GroupCallProperties } from './group-call-bindings.ts';

/** Vue's templates read `access-token` as this. */
interface TokenAttribute {
  accessToken?: string;
}

export type { CallEvents, CallProperties } from './call-bindings.ts';
export type { GroupCallProperties } from './group-call-bindings.ts';

declare module 'vue' {
  interface GlobalComponents {
    'famedly-call': new () => FamedlyCall & {
      $props: HTMLAttributes & PublicProps & CallProperties & TokenAttribute;
      $emit: EmitFn<{ [Name in keyof CallEvents]: (event: CallEvents[Name]) => void }>;
    };
    'famedly-group-call': new () => FamedlyGroupCall & {
      $props: HTMLAttributes & PublicProps & GroupCallProperties & TokenAttribute;
      $emit: EmitFn<{ [Name in keyof GroupCallEventMap]: (event: GroupCallEventMap[Name]) => void }>;
    };
  }
}
