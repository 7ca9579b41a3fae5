import { FamedlyAvatar } from './parts/avatar/avatar.ts';
import { FamedlyControls } from './parts/controls/controls.ts';
import { FamedlyRinging } from './parts/ringing/ringing.ts';
import { FamedlyCall } from './call/famedly-call.ts';
import { register } from './register.ts';
import { version } from './version.ts';
import { warnOnce } from './warn.ts';

/** So that the types of the element come along with it. */
export type { FamedlyCall } from './index.ts';

const before: unknown = customElements.get('famedly-call');
if (before === undefined) {
  register({
    'famedly-avatar': FamedlyAvatar,
    'famedly-controls': FamedlyControls,
    'famedly-ringing': FamedlyRinging,
    // Last: what it is made of is there when it comes to life.
    'famedly-call': FamedlyCall,
  });
} else {
  const first = (before as { readonly version?: string }).version ?? 'unknown';
  warnOnce(
    first === version
      ? 'the script is loaded twice; the first one counts.'
      : `version ${first} is on this page already; version ${version} stays out.`,
  );
}

export type * from './index.ts';
