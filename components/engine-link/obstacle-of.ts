import type { MatrixPort } from '../../src/index.ts';
import type { Obstacle } from '../parts/card/obstacle.ts';
import type { SourceStatus } from './source.ts';

/** What keeps an element from calling, whomever. */
export function obstacleOf(status: SourceStatus, port: MatrixPort | null): Obstacle | null {
  const page = pageObstacle();
  if (page !== null) return page;
  if (status.is === 'failed') {
    return status.code === 'matrix-unauthorized' ? 'signed-out' : status.code;
  }
  return port?.connection === 'unauthorized' ? 'signed-out' : null;
}

/** What the page itself lacks for calls: seen before anybody tries. */
function pageObstacle(): Obstacle | null {
  if (!isSecureContext) return 'insecure-page';
  const policy = (document as { featurePolicy?: { allowsFeature(name: string): boolean } }).featurePolicy;
  return policy?.allowsFeature('microphone') === false ? 'frame-policy' : null;
}
