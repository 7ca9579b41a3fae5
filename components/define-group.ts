import { FamedlyGroupCall } from './group-call/famedly-group-call.ts';
import { FamedlyAvatar } from './parts/avatar/avatar.ts';
import { FamedlyBanner } from './parts/banner/banner.ts';
import { FamedlyCard } from './parts/card/card.ts';
import { showSeldomControls } from './parts/controls/seldom-controls.ts';
import { FamedlyControls } from './parts/controls/controls.ts';
import { FamedlyDuration } from './parts/duration/duration.ts';
import { FamedlyGrid } from './parts/grid/grid.ts';
import { FamedlyGroupBar } from './parts/group-bar/group-bar.ts';
import { FamedlyGroupTile } from './parts/group-tile/group-tile.ts';
import { FamedlyLevelMeter } from './parts/level-meter/level-meter.ts';
import { FamedlyLobby } from './parts/lobby/lobby.ts';
import { FamedlyTile } from './parts/tile/tile.ts';
import { FamedlyToasts } from './parts/toasts/toasts.ts';
import { register } from './register.ts';

showSeldomControls();
register({
  'famedly-avatar': FamedlyAvatar,
  'famedly-banner': FamedlyBanner,
  'famedly-card': FamedlyCard,
  'famedly-controls': FamedlyControls,
  'famedly-duration': FamedlyDuration,
  'famedly-grid': FamedlyGrid,
  'famedly-group-bar': FamedlyGroupBar,
  'famedly-group-tile': FamedlyGroupTile,
  'famedly-level-meter': FamedlyLevelMeter,
  'famedly-lobby': FamedlyLobby,
  'famedly-tile': FamedlyTile,
  'famedly-toasts': FamedlyToasts,
  // Last: what it is made of is there when it comes to life.
  'famedly-group-call': FamedlyGroupCall,
});

export * from './group.ts';
