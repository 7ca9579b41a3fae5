import { FamedlyGroupCall } from './group-call/famedly-group-call.ts';
import { FamedlyAvatar } from './parts/avatar/avatar.ts';
import { FamedlyControls } from './parts/controls/controls.ts';
import { FamedlyGrid } from './parts/grid/grid.ts';
import { FamedlyGroupTile } from './parts/group-tile/group-tile.ts';
import { FamedlyLobby } from './parts/lobby/lobby.ts';
import { FamedlyTile } from './parts/tile/tile.ts';
import { register } from './register.ts';

register({
  'famedly-avatar': FamedlyAvatar,
  'famedly-controls': FamedlyControls,
  'famedly-grid': FamedlyGrid,
  'famedly-group-tile': FamedlyGroupTile,
  'famedly-lobby': FamedlyLobby,
  'famedly-tile': FamedlyTile,
  // Last: what it is made of is there when it comes to life.
  'famedly-group-call': FamedlyGroupCall,
});

export * from './group.ts';
