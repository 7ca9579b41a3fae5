/** Why there is nobody to call and nothing to show. */
export type Obstacle =
  | 'insecure-page'
  | 'frame-policy'
  | 'no-client'
  | 'wrong-user'
  | 'second-tab'
  | 'invalid-homeserver'
  | 'encryption-failed'
  | 'not-loaded'
  | 'signed-out'
  | 'unknown-room'
  | 'no-callee';
